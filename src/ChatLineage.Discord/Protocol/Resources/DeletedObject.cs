namespace ChatLineage.Discord.Protocol.Resources;

/// <summary>The id of what is gone.</summary>
internal sealed record DeletedObject
{
    public required Snowflake Id { get; init; }
}
