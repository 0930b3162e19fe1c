using System.Collections.Immutable;

namespace ChatLineage.Evaluation.Reports.Json;

/// <summary>How an answer came about.</summary>
internal sealed record DumpDocument(
    string Id,
    string Question,
    ImmutableArray<string> Queries,
    ImmutableArray<EvidenceDocument> Evidence,
    string? Prompt,
    string? Draft,
    ImmutableArray<CheckDocument> Sentences,
    string Text);
