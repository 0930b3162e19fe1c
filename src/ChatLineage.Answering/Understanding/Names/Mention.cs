using System.Collections.Immutable;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Understanding.Names;

/// <summary>An entity that a question names.</summary>
/// <param name="First">The index of its first token.</param>
/// <param name="Count">How many tokens name it.</param>
/// <param name="Entity">The most likely entity.</param>
/// <param name="Others">Other entities of the same name, most likely first.</param>
/// <param name="Corrected">True when the name was misspelt.</param>
/// <param name="Spelling">The name as the notes spell it.</param>
internal sealed record Mention(int First, int Count, Entity Entity, ImmutableArray<Entity> Others, bool Corrected, string Spelling)
{
    /// <summary>The index after the last token.</summary>
    public int End => First + Count;
}
