namespace ChatLineage.Evaluation.Reports.Json;

/// <summary>Times in milliseconds; the total is what the asker waits.</summary>
internal sealed record TimesDocument(double UnderstandingMs, double EvidenceMs, double DraftMs, double TotalMs);
