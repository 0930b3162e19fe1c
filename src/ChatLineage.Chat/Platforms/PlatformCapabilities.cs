namespace ChatLineage.Chat.Platforms;

/// <summary>What a platform can do. Whatever serves several platforms asks this and never for a platform's name.</summary>
public sealed record PlatformCapabilities
{
    /// <summary>The markup that it shows.</summary>
    public required Dialect Dialect { get; init; }

    /// <summary>What it can do with a reply that is already visible.</summary>
    public required Updating Updating { get; init; }

    /// <summary>The shortest time between two updates of one reply.</summary>
    /// <value>Zero, the default, when there is no limit. The complete reply is never held back.</value>
    public TimeSpan UpdateInterval { get; init; }

    /// <summary>The longest text of one reply, sources included, in UTF-16 code units.</summary>
    /// <value><see cref="int.MaxValue"/>, the default, when there is no limit; otherwise at least 200.</value>
    public int MaxTextLength { get; init; } = int.MaxValue;

    /// <summary>The largest file that can be attached to a reply, in bytes.</summary>
    /// <value>Zero, the default, when files cannot be attached.</value>
    public long MaxFileBytes { get; init; }

    /// <summary>True when a reply can be shown to the asker alone.</summary>
    public bool Ephemeral { get; init; }

    /// <summary>True when a conversation can have threads.</summary>
    public bool Threads { get; init; }

    /// <summary>True when there are channels that <see cref="IChatPlatform.PostAsync"/> can post to.</summary>
    public bool Channels { get; init; }

    /// <summary>True where most people read on a dark ground.</summary>
    public bool Dark { get; init; }

    /// <summary>What is typed before the name of a command.</summary>
    /// <value>Nothing by default.</value>
    public string CommandPrefix { get; init; } = "";

    /// <summary>True when a reply can have buttons.</summary>
    public bool Buttons { get; init; }
}
