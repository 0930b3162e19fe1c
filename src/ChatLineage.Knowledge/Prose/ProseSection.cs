using System.Collections.Immutable;

namespace ChatLineage.Knowledge.Prose;

/// <summary>The sentences of a note's prose from one heading to the next.</summary>
/// <param name="Heading">The heading's text; null for what stands before the first heading.</param>
/// <param name="Sentences">The sentences, in order.</param>
public sealed record ProseSection(string? Heading, ImmutableArray<ProseSentence> Sentences);
