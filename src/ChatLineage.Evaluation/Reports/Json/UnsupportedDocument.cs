namespace ChatLineage.Evaluation.Reports.Json;

/// <summary>A sentence that its evidence does not support, and why.</summary>
internal sealed record UnsupportedDocument(string Text, string Because);
