namespace ChatLineage.Discord.Protocol.Resources;

/// <summary>A role of a server.</summary>
internal sealed record Role
{
    public required Snowflake Id { get; init; }

    public RoleTags? Tags { get; init; }
}
