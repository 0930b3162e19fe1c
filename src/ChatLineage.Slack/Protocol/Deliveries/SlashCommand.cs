namespace ChatLineage.Slack.Protocol.Deliveries;

/// <summary>Somebody typed a slash command.</summary>
/// <remarks>https://docs.slack.dev/interactivity/implementing-slash-commands, checked 2026-08.</remarks>
internal sealed record SlashCommand
{
    /// <summary>The command: <c>/lineage</c>.</summary>
    public string? Command { get; init; }

    /// <summary>What was typed behind it.</summary>
    public string? Text { get; init; }

    /// <summary>Who typed it.</summary>
    public string? UserId { get; init; }

    /// <summary>The workspace.</summary>
    public string? TeamId { get; init; }

    /// <summary>The conversation.</summary>
    public string? ChannelId { get; init; }

    /// <summary>For opening a form; also the same for each delivery.</summary>
    public string? TriggerId { get; init; }

    /// <summary>Takes up to 5 messages in 30 minutes.</summary>
    public Uri? ResponseUrl { get; init; }
}
