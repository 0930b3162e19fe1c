namespace ChatLineage.Discord.Protocol.Resources;

/// <summary>A channel, a thread or a direct conversation.</summary>
internal sealed record Channel
{
    public required Snowflake Id { get; init; }

    public ChannelType Type { get; init; }

    public Snowflake? GuildId { get; init; }

    /// <summary>The channel of a thread, or the category of a channel.</summary>
    public Snowflake? ParentId { get; init; }

    public Snowflake? OwnerId { get; init; }

    public string? Name { get; init; }

    public bool IsThread => Type is ChannelType.AnnouncementThread or ChannelType.PublicThread or ChannelType.PrivateThread;
}
