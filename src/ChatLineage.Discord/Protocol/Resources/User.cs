namespace ChatLineage.Discord.Protocol.Resources;

/// <summary>Somebody on Discord, a person or a bot.</summary>
internal sealed record User
{
    public required Snowflake Id { get; init; }

    public string? Username { get; init; }

    public string? GlobalName { get; init; }

    public bool Bot { get; init; }
}
