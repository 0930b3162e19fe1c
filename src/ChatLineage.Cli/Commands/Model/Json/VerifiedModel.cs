namespace ChatLineage.Cli.Commands.Model.Json;

/// <summary>What <c>model verify</c> found about a file; docs/json.md describes the fields.</summary>
internal sealed record VerifiedModel(string Path, string? Name, bool Whole, bool Known, string Message);
