namespace ChatLineage.Evaluation;

/// <summary>How questions of one kind fared.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Right">How many answers are right.</param>
/// <param name="Total">How many questions there are.</param>
public sealed record KindResult(string Kind, int Right, int Total);
