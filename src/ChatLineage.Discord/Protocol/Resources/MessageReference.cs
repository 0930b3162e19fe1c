namespace ChatLineage.Discord.Protocol.Resources;

/// <summary>Which message a message replies to.</summary>
internal sealed record MessageReference
{
    public Snowflake? MessageId { get; init; }

    public Snowflake? ChannelId { get; init; }

    /// <summary>False sends the message all the same when the one replied to is gone.</summary>
    public bool? FailIfNotExists { get; init; }
}
