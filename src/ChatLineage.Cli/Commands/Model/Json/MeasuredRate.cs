namespace ChatLineage.Cli.Commands.Model.Json;

/// <summary>Tokens a second of several conversations at once, all together.</summary>
internal sealed record MeasuredRate(int Conversations, double TokensPerSecond);
