namespace ChatLineage.Evaluation.Reports.Json;

/// <summary>The measures over all questions; shares are 0 to 1.</summary>
internal sealed record SummaryDocument(
    int Questions,
    int Right,
    double RightShare,
    double RecallAt5,
    double Mrr,
    int CitedSentences,
    double CitationPrecision,
    int UnsupportedSentences,
    int UncitedSentences,
    double AbstentionPrecision,
    double AbstentionRecall,
    int WordedByComposer,
    int WordedByModel,
    double LatencyP50Ms,
    double LatencyP95Ms);
