namespace ChatLineage.Slack.Protocol;

/// <summary>Slack does not want this app to connect, and will not until somebody changes something; the message says what.</summary>
internal sealed class SlackStoppedException(string message, Exception? inner = null) : Exception(message, inner);
