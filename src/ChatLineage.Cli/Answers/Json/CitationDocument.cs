namespace ChatLineage.Cli.Answers.Json;

/// <summary>A cited source.</summary>
internal sealed record CitationDocument(int Number, string Id, string Title, string Publisher, string Url, string? Published, string Kind);
