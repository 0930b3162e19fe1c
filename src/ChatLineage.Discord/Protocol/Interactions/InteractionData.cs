using ChatLineage.Discord.Protocol.Resources;

namespace ChatLineage.Discord.Protocol.Interactions;

/// <summary>What a command, button or form carries; each kind uses some of the fields.</summary>
internal sealed record InteractionData
{
    /// <summary>The command's name.</summary>
    public string? Name { get; init; }

    /// <summary>The command's kind.</summary>
    public CommandType? Type { get; init; }

    public InteractionOption[] Options { get; init => field = value ?? []; } = [];

    /// <summary>The message that a message command was used on.</summary>
    public Snowflake? TargetId { get; init; }

    public ResolvedData? Resolved { get; init; }

    /// <summary>The id of the button or form.</summary>
    public string? CustomId { get; init; }

    /// <summary>The filled-in form.</summary>
    public Component[] Components { get; init => field = value ?? []; } = [];
}
