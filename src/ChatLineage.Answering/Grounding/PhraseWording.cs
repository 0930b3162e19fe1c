using System.Collections.Immutable;

namespace ChatLineage.Answering.Grounding;

/// <summary>A fixed phrase that states a relation between what stands on its left and on its right.</summary>
/// <param name="Words">Its words in lower case, hyphens apart.</param>
/// <param name="Sense">What it says.</param>
/// <param name="StandsAlone">True when it says something of its left side alone: «came out».</param>
/// <param name="Other">What it can also mean: a part is a member or a component.</param>
internal sealed record PhraseWording(ImmutableArray<string> Words, Sense Sense, bool StandsAlone = false, Sense? Other = null)
{
    /// <summary>True for a lone preposition, which can belong to several words before it.</summary>
    public bool IsPreposition => Words is ["by" or "from" or "under" or "before" or "after"] or ["on", "outputs", "of"] or ["on", "the",
        "outputs", "of"];
}
