using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ChatLineage.Cli.Answers.Json;

/// <summary>An answer as <c>--json</c> prints it; <c>docs/json.md</c> documents every field. Fields are added, never renamed or
/// removed.</summary>
internal sealed record AnswerDocument(
    int Version,
    string Question,
    string Text,
    bool Abstained,
    string? Reason,
    ImmutableArray<SentenceDocument> Sentences,
    ImmutableArray<CitationDocument> Citations,
    ImmutableArray<ConflictDocument> Conflicts,
    ImmutableArray<EntityDocument> Entities,
    ImmutableArray<EntityDocument> Named,
    ImmutableArray<string> Queries,
    ImmutableArray<string> Evidence,
    string Engine,
    string? Model,
    string? PromptHash,
    TimingsDocument? Timings,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<string>? Explanation);
