namespace ChatLineage.Slack.Protocol.WebApi;

/// <summary>Where a message goes.</summary>
/// <param name="Channel">The channel, or the direct conversation.</param>
/// <param name="ThreadTs">The message that begins the thread; null for the channel itself.</param>
internal sealed record MessageTarget(string Channel, string? ThreadTs);
