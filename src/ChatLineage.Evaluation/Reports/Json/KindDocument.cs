namespace ChatLineage.Evaluation.Reports.Json;

/// <summary>How questions of one kind fared.</summary>
internal sealed record KindDocument(string Kind, int Right, int Total);
