using System.Collections.Immutable;

namespace ChatLineage.Cli.Answers.Json;

/// <summary>A sentence and the numbers of what it cites.</summary>
internal sealed record SentenceDocument(string Text, ImmutableArray<int> Citations);
