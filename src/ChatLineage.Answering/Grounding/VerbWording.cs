using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ChatLineage.Answering.Grounding;

/// <summary>A verb that states relations: in the active by what does it, in the passive by its prepositions.</summary>
internal sealed class VerbWording
{
    /// <summary>Makes a verb.</summary>
    /// <param name="forms">Its forms, parted by spaces.</param>
    /// <param name="agent">How what undergoes it relates to what does it («S was released by O»); null when that says nothing.</param>
    /// <param name="prepositions">How what undergoes it relates to what stands behind each preposition.</param>
    /// <param name="other">What the passive can also mean.</param>
    public VerbWording(string forms, Sense? agent, (string Word, Sense Sense)[] prepositions, Sense? other = null)
    {
        Forms = [.. forms.Split(' ')];
        Agent = agent;
        Other = other;
        var senses = prepositions.ToDictionary(pair => pair.Word, pair => pair.Sense, StringComparer.Ordinal);
        if (agent is not null)
            senses.TryAdd("by", agent);
        Prepositions = senses.ToFrozenDictionary(StringComparer.Ordinal);
        Alone = new Sense("alone", senses.Values.Where(sense => !sense.FromObject).SelectMany(sense => sense.Provers)
            .ToFrozenSet(StringComparer.Ordinal));
    }

    public ImmutableArray<string> Forms { get; }

    public Sense? Agent { get; }

    public Sense? Other { get; }

    public FrozenDictionary<string, Sense> Prepositions { get; }

    /// <summary>What the verb says when nothing is named behind it: any of its senses.</summary>
    public Sense Alone { get; }
}
