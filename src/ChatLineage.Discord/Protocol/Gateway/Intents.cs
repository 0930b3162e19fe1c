namespace ChatLineage.Discord.Protocol.Gateway;

/// <summary>Which events Discord sends (events/gateway.mdx, "List of Intents"); those that the bot uses.</summary>
[Flags]
internal enum Intents
{
    None = 0,
    Guilds = 1 << 0,
    GuildMessages = 1 << 9,
    DirectMessages = 1 << 12,

    /// <summary>Privileged: must be switched on in the developer portal.</summary>
    MessageContent = 1 << 15,
}
