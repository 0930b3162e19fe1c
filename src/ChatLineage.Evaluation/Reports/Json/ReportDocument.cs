using System.Collections.Immutable;

namespace ChatLineage.Evaluation.Reports.Json;

/// <summary>A report.</summary>
internal sealed record ReportDocument(
    int Version,
    SummaryDocument Summary,
    ImmutableArray<KindDocument> Kinds,
    ImmutableArray<string>? Regressions,
    ImmutableArray<QuestionDocument> Questions);
