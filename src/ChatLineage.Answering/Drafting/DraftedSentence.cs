using System.Collections.Immutable;

namespace ChatLineage.Answering.Drafting;

/// <summary>A sentence of a model that its evidence supports.</summary>
/// <param name="Text">The sentence with its full stop and without citations.</param>
/// <param name="Lines">The numbers of the evidence lines that it cites, from 1, each once; empty for an abstention.</param>
public sealed record DraftedSentence(string Text, ImmutableArray<int> Lines);
