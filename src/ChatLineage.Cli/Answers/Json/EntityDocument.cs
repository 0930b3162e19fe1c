namespace ChatLineage.Cli.Answers.Json;

/// <summary>An entity.</summary>
internal sealed record EntityDocument(string Id, string Name, string Kind);
