namespace ChatLineage.Retrieval.Vectors;

/// <summary>How far the vectors of the notes are.</summary>
/// <param name="Done">How many chunks have theirs.</param>
/// <param name="Total">How many chunks there are.</param>
public readonly record struct EmbeddingProgress(int Done, int Total);
