namespace ChatLineage.Discord.Protocol.Resources;

/// <summary>A message. Only what the bot reads.</summary>
internal sealed record Message
{
    public required Snowflake Id { get; init; }

    public required Snowflake ChannelId { get; init; }

    /// <summary>The server; null in a direct message. Present in gateway events only.</summary>
    public Snowflake? GuildId { get; init; }

    public User? Author { get; init; }

    public GuildMember? Member { get; init; }

    /// <summary>Empty without the message-content intent, but for direct messages and messages that mention the bot.</summary>
    public string Content { get; init => field = value ?? ""; } = "";

    public User[] Mentions { get; init => field = value ?? []; } = [];

    public Snowflake[] MentionRoles { get; init => field = value ?? []; } = [];

    /// <summary>0 for a plain message, 19 for a reply; others are notices of Discord itself.</summary>
    public int Type { get; init; }

    /// <summary>The webhook that wrote it; null for people and bots.</summary>
    public Snowflake? WebhookId { get; init; }

    public MessageReference? MessageReference { get; init; }

    /// <summary>What it replies to, when Discord sends it along.</summary>
    public Message? ReferencedMessage { get; init; }

    public string? Nonce { get; init; }

    /// <summary>The command or button that it responds to; null for all other messages.</summary>
    public InteractionMetadata? InteractionMetadata { get; init; }
}
