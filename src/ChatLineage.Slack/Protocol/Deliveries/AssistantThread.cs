namespace ChatLineage.Slack.Protocol.Deliveries;

/// <summary>A thread of the assistant view, in which a person talks with the bot alone.</summary>
internal sealed record AssistantThread
{
    /// <summary>Who talks with the bot.</summary>
    public string? UserId { get; init; }

    /// <summary>The direct conversation.</summary>
    public string? ChannelId { get; init; }

    /// <summary>The message that begins the thread.</summary>
    public string? ThreadTs { get; init; }
}
