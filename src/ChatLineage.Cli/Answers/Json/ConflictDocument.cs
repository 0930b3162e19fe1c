namespace ChatLineage.Cli.Answers.Json;

/// <summary>A disagreement of sources.</summary>
internal sealed record ConflictDocument(
    string Subject, string Predicate, string? Aspect, ConflictSideDocument First, ConflictSideDocument Second, string Better, string Because);
