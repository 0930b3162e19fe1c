namespace ChatLineage.Discord.Protocol.Interactions;

/// <summary>The answer to an HTTP request of Discord.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">JSON; empty for none.</param>
public sealed record InteractionReply(int Status, ReadOnlyMemory<byte> Body)
{
    /// <summary>The media type of the body.</summary>
    public const string ContentType = "application/json";

    /// <summary>Taken; the first response is sent by a request of its own.</summary>
    public static InteractionReply Accepted { get; } = new(202, default);

    /// <summary>The body cannot be read.</summary>
    public static InteractionReply BadRequest { get; } = new(400, default);

    /// <summary>The signature is not Discord's.</summary>
    public static InteractionReply Unauthorized { get; } = new(401, default);

    /// <summary>The bot is stopping.</summary>
    public static InteractionReply Unavailable { get; } = new(503, default);

    /// <summary>Answered at once.</summary>
    public static InteractionReply Ok(ReadOnlyMemory<byte> body) => new(200, body);
}
