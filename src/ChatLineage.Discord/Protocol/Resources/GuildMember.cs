namespace ChatLineage.Discord.Protocol.Resources;

/// <summary>What a server knows of one of its members.</summary>
internal sealed record GuildMember
{
    /// <summary>The user; absent inside messages, where the author says it.</summary>
    public User? User { get; init; }

    public Snowflake[] Roles { get; init => field = value ?? []; } = [];

    /// <summary>Permission bits in decimal; present in interactions.</summary>
    public string? Permissions { get; init; }
}
