namespace ChatLineage.Slack.Protocol.Deliveries;

/// <summary>What a pressed element stood in.</summary>
internal sealed record Container
{
    /// <summary>The message.</summary>
    public string? MessageTs { get; init; }

    /// <summary>The thread of the message; null outside of one.</summary>
    public string? ThreadTs { get; init; }

    /// <summary>True when one person sees the message.</summary>
    public bool IsEphemeral { get; init; }
}
