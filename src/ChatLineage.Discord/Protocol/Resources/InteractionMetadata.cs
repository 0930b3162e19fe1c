namespace ChatLineage.Discord.Protocol.Resources;

/// <summary>The interaction that a message responds to (resources/message.mdx, "Message Interaction Metadata Object").</summary>
internal sealed record InteractionMetadata
{
    /// <summary>The interaction.</summary>
    public required Snowflake Id { get; init; }

    /// <summary>The first response; null for that response itself.</summary>
    public Snowflake? OriginalResponseMessageId { get; init; }
}
