namespace ChatLineage.Evaluation.Reports.Json;

/// <summary>A cited source.</summary>
internal sealed record SourceDocument(int Number, string Id, string Title, string Publisher, string Url, string? Published);
