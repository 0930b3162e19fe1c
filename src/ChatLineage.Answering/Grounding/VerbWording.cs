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
    public VerbWording(string forms, Sense? agent, (string Word, Sense Sense)[] prepositions)
    {
        Forms = [.. forms.Split(' ')];
        Agent = agent;
        var senses = prepositions.ToDictionary(pair => pair.Word, pair => pair.Sense, StringComparer.Ordinal);
        if (agent is not null)
            senses.TryAdd("by", agent);
        Prepositions = senses.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public ImmutableArray<string> Forms { get; }

    public Sense? Agent { get; }

    public FrozenDictionary<string, Sense> Prepositions { get; }
}
