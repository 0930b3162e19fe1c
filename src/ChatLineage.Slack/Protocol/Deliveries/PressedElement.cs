namespace ChatLineage.Slack.Protocol.Deliveries;

/// <summary>An element of a message that somebody pressed.</summary>
internal sealed record PressedElement
{
    /// <summary>What the bot named it.</summary>
    public string? ActionId { get; init; }

    /// <summary>What the bot stored in it.</summary>
    public string? Value { get; init; }

    /// <summary>When it was pressed; with the rest, the same for each delivery.</summary>
    public string? ActionTs { get; init; }
}
