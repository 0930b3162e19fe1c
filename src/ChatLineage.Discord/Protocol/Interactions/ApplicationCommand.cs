namespace ChatLineage.Discord.Protocol.Interactions;

/// <summary>A command as it is registered (interactions/application-commands.mdx).</summary>
internal sealed record ApplicationCommand
{
    public CommandType Type { get; init => field = value == 0 ? CommandType.ChatInput : value; } = CommandType.ChatInput;

    /// <summary>1 to 32 characters, in lower case for slash commands.</summary>
    public required string Name { get; init; }

    /// <summary>1 to 100 characters for slash commands, empty for the others.</summary>
    public string Description { get; init => field = value ?? ""; } = "";

    public ApplicationCommandOption[]? Options { get; init; }

    /// <summary>Where it can be used: servers 0, direct messages with the bot 1. Null for commands of one server.</summary>
    public int[]? Contexts { get; init; }
}
