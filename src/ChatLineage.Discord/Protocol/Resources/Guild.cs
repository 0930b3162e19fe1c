namespace ChatLineage.Discord.Protocol.Resources;

/// <summary>A server.</summary>
internal sealed record Guild
{
    public required Snowflake Id { get; init; }

    public string? Name { get; init; }

    /// <summary>True while Discord cannot reach it; then nothing else is known.</summary>
    public bool Unavailable { get; init; }

    /// <summary>Active threads that the bot can see; in GUILD_CREATE.</summary>
    public Channel[] Threads { get; init => field = value ?? []; } = [];

    /// <summary>All roles; in GUILD_CREATE.</summary>
    public Role[] Roles { get; init => field = value ?? []; } = [];

    /// <summary>The bot's own permission bits in decimal; in the list of the bot's servers.</summary>
    public string? Permissions { get; init; }
}
