namespace ChatLineage.Discord.Protocol.Resources;

/// <summary>The application that the bot belongs to.</summary>
internal sealed record Application
{
    /// <summary>May use message content although it is in fewer servers than need review.</summary>
    public const int MessageContentLimited = 1 << 19;

    /// <summary>May use message content.</summary>
    public const int MessageContent = 1 << 18;

    public required Snowflake Id { get; init; }

    public string? Name { get; init; }

    public int Flags { get; init; }

    /// <summary>The Ed25519 key that signs interactions over HTTP, in hexadecimal.</summary>
    public string? VerifyKey { get; init; }

    /// <summary>Where interactions go over HTTP; null when they come through the gateway.</summary>
    public string? InteractionsEndpointUrl { get; init; }

    /// <summary>True when the developer portal lets the bot read what does not mention it.</summary>
    public bool MayReadContent => (Flags & (MessageContent | MessageContentLimited)) != 0;
}
