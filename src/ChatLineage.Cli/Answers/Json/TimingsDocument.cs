namespace ChatLineage.Cli.Answers.Json;

/// <summary>Times in milliseconds.</summary>
internal sealed record TimingsDocument(double UnderstandingMs, double EvidenceMs, double DraftMs, double TotalMs);
