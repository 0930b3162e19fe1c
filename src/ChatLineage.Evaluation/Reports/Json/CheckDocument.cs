using System.Collections.Immutable;

namespace ChatLineage.Evaluation.Reports.Json;

/// <summary>The verdict on a sentence that was considered.</summary>
internal sealed record CheckDocument(string Text, string Engine, ImmutableArray<int> Lines, bool Said, string? WithheldBecause);
