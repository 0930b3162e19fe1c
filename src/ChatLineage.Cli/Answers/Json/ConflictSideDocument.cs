using System.Collections.Immutable;

namespace ChatLineage.Cli.Answers.Json;

/// <summary>One side of a disagreement.</summary>
internal sealed record ConflictSideDocument(string Value, ImmutableArray<string> Sources);
