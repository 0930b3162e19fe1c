namespace ChatLineage.Discord.Protocol.Resources;

/// <summary>A membership of a thread.</summary>
internal sealed record ThreadMember
{
    /// <summary>The thread; absent inside the thread itself.</summary>
    public Snowflake? Id { get; init; }

    public Snowflake? UserId { get; init; }
}
