using ChatLineage.Knowledge.Sources;

namespace ChatLineage.Answering;

/// <summary>A numbered source of an answer.</summary>
/// <param name="Number">The number in square brackets, from 1.</param>
/// <param name="Source">The source.</param>
public sealed record Citation(int Number, Source Source);
