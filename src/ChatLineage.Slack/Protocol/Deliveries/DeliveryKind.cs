namespace ChatLineage.Slack.Protocol.Deliveries;

/// <summary>What Slack delivers.</summary>
internal enum DeliveryKind
{
    /// <summary>An event of the Events API in its outer envelope.</summary>
    Event,

    /// <summary>A slash command.</summary>
    SlashCommand,

    /// <summary>A button, a shortcut or a submitted modal.</summary>
    Interaction,
}
