using System.Collections.Immutable;

namespace ChatLineage.Evaluation.Reports.Json;

/// <summary>What became of one question.</summary>
internal sealed record QuestionDocument(
    string Id,
    string Kind,
    ImmutableArray<string> Turns,
    string Text,
    bool Abstained,
    string? Reason,
    bool Right,
    ImmutableArray<ImmutableArray<string>> Missing,
    ImmutableArray<string> Forbidden,
    ImmutableArray<SourceDocument> Citations,
    ImmutableArray<string> Entities,
    double? RecallAt5,
    double? ReciprocalRank,
    ImmutableArray<UnsupportedDocument> Unsupported,
    string Engine,
    string? Model,
    TimesDocument Timings);
