namespace ChatLineage.Chat.Transport;

/// <summary>The answer to an HTTP request.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body; empty for none.</param>
public sealed record HttpReply(int Status, ReadOnlyMemory<byte> Body)
{
    /// <summary>The media type of the body.</summary>
    /// <value>JSON, unless it is set.</value>
    public string ContentType { get; init; } = "application/json";

    /// <summary>Taken, with nothing to say.</summary>
    public static HttpReply Ok { get; } = new(200, default);

    /// <summary>The body cannot be read.</summary>
    public static HttpReply BadRequest { get; } = new(400, default);

    /// <summary>The request is not from who it should be.</summary>
    public static HttpReply Unauthorized { get; } = new(401, default);

    /// <summary>Not taken now; it may be sent again.</summary>
    public static HttpReply Unavailable { get; } = new(503, default);
}
