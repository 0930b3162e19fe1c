namespace ChatLineage.Answering.Queries;

/// <summary>One way to understand a question.</summary>
/// <param name="Query">The query.</param>
/// <param name="Confidence">How sure the reader is, 0 to 1.</param>
/// <param name="Because">What in the question decided it.</param>
internal sealed record Reading(Query Query, double Confidence, string Because);
