namespace ChatLineage.Answering.Queries;

/// <summary>One way to understand a question.</summary>
/// <param name="Query">The query.</param>
/// <param name="Confidence">How sure the reader is, 0 to 1.</param>
/// <param name="Because">What in the question decided it.</param>
/// <param name="Final">True when nothing else may answer where this reading finds nothing: the question is too exact for a near
/// miss.</param>
internal sealed record Reading(Query Query, double Confidence, string Because, bool Final = false);
