namespace ChatLineage.Discord.Protocol.Resources;

/// <summary>What a role is for, when Discord made it (topics/permissions.mdx, "Role Tags Structure").</summary>
internal sealed record RoleTags
{
    /// <summary>The bot that the role was made for.</summary>
    public Snowflake? BotId { get; init; }
}
