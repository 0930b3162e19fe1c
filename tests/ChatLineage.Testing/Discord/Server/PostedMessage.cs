using System.Collections.Immutable;

namespace ChatLineage.Testing.Discord.Server;

/// <summary>A message as the server has it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ChannelId">Where it is.</param>
/// <param name="AuthorId">Whose it is.</param>
/// <param name="Content">What it says now.</param>
public sealed record PostedMessage(ulong Id, ulong ChannelId, ulong AuthorId, string Content)
{
    /// <summary>The message that it replies to; null for none.</summary>
    public ulong? ReplyTo { get; init; }

    /// <summary>True when only who used the command sees it.</summary>
    public bool Ephemeral { get; init; }

    /// <summary>The interaction that it responds to; null for none.</summary>
    public ulong? Interaction { get; init; }

    /// <summary>The first response, when this message came after it; null for all others.</summary>
    public ulong? FirstResponse { get; init; }

    /// <summary>What keeps it from being made twice; null for none.</summary>
    public string? Nonce { get; init; }

    /// <summary>The ids and labels of its buttons.</summary>
    public ImmutableArray<(string CustomId, string Label)> Buttons { get; init; } = [];

    /// <summary>The names and descriptions of its files.</summary>
    public ImmutableArray<(string Name, string? Description)> Files { get; init; } = [];

    /// <summary>What it has said, first to last.</summary>
    public ImmutableArray<string> History { get; init; } = [];

    /// <summary>True when it was deleted.</summary>
    public bool Deleted { get; init; }
}
