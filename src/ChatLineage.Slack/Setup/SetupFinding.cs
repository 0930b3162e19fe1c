namespace ChatLineage.Slack.Setup;

/// <summary>What was found of one thing that must be right in Slack.</summary>
/// <param name="IsRight">True when it is.</param>
/// <param name="Message">What was found, as one sentence; without tokens.</param>
/// <param name="Fix">What to do, as one sentence; null when it is right.</param>
public sealed record SetupFinding(bool IsRight, string Message, string? Fix);
