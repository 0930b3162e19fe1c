using ChatLineage.Discord.Protocol.Resources;

namespace ChatLineage.Discord.Protocol.Interactions;

/// <summary>Somebody used a command, a button or a form.</summary>
internal sealed record Interaction
{
    /// <summary>How long Discord waits for the first response (receiving-and-responding.mdx, "Interaction Callback").</summary>
    public static readonly TimeSpan FirstResponse = TimeSpan.FromSeconds(3);

    /// <summary>How long the token can be used.</summary>
    public static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(15);

    public required Snowflake Id { get; init; }

    public required Snowflake ApplicationId { get; init; }

    public required InteractionType Type { get; init; }

    /// <summary>Lets whoever holds it respond. A secret.</summary>
    public required string Token { get; init; }

    public InteractionData? Data { get; init; }

    public Snowflake? GuildId { get; init; }

    public Snowflake? ChannelId { get; init; }

    public Channel? Channel { get; init; }

    /// <summary>Who did it, in a server.</summary>
    public GuildMember? Member { get; init; }

    /// <summary>Who did it, in a direct conversation.</summary>
    public User? User { get; init; }

    /// <summary>The message with the button.</summary>
    public Message? Message { get; init; }

    /// <summary>The largest file that may be sent, in bytes.</summary>
    public long? AttachmentSizeLimit { get; init; }

    /// <summary>Who did it.</summary>
    public User? Actor => Member?.User ?? User;

    /// <summary>Without the token, so that a log never has it.</summary>
    public override string ToString() => $"interaction {Id} ({Type})";
}
