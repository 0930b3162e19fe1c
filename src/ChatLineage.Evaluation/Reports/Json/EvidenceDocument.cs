using System.Collections.Immutable;

namespace ChatLineage.Evaluation.Reports.Json;

/// <summary>A line of evidence.</summary>
internal sealed record EvidenceDocument(int Number, string Text, ImmutableArray<string> Sources, ImmutableArray<string> Claims);
