namespace ChatLineage.Chat.Access;

/// <summary>Where the bot answers, and whom, on one platform. All ids are the platform's own.</summary>
public sealed class AccessOptions
{
    /// <summary>The servers or workspaces that it answers in; empty, the default, for all that it was added to.</summary>
    public IList<string> Servers { get; init; } = [];

    /// <summary>The channels that it answers in; empty, the default, for all that it can read.</summary>
    public IList<string> Channels { get; init; } = [];

    /// <summary>The roles or groups whose members it answers; empty, the default, for everybody.</summary>
    public IList<string> Roles { get; init; } = [];

    /// <summary>True, the default, when it answers direct messages.</summary>
    public bool DirectMessages { get; set; } = true;

    /// <summary>How it behaves in channels that <see cref="Modes"/> does not name.</summary>
    /// <value>Mention (the default), Every or Silent.</value>
    public ChannelMode Mode { get; set; } = ChannelMode.Mention;

    /// <summary>How it behaves in single channels, by the channel's id.</summary>
    public IDictionary<string, ChannelMode> Modes { get; init; } = new Dictionary<string, ChannelMode>();

    /// <summary>The channel that questions for the maintainers are posted to; null, the default, when they are only stored.</summary>
    public string? MaintainersChannel { get; set; }

    /// <summary>Every id in the settings, with the key of the setting below this section; for platforms that know how an id looks.</summary>
    public IEnumerable<(string Key, string Id)> AllIds() =>
    [
        .. Servers.Select((id, index) => ($"{nameof(Servers)}:{index}", id)),
        .. Channels.Select((id, index) => ($"{nameof(Channels)}:{index}", id)),
        .. Roles.Select((id, index) => ($"{nameof(Roles)}:{index}", id)),
        .. Modes.Keys.Select(id => ($"{nameof(Modes)}:{id}", id)),
        .. MaintainersChannel is { } channel ? [(nameof(MaintainersChannel), channel)] : Array.Empty<(string, string)>(),
    ];
}
