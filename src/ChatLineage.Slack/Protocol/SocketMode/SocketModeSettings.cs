namespace ChatLineage.Slack.Protocol.SocketMode;

/// <summary>How Socket Mode connections are kept.</summary>
internal sealed record SocketModeSettings
{
    /// <summary>Connections that are open at once; each delivery goes to any one of them.</summary>
    /// <value>1 to 10 (Slack's limit); default 2, so that one can be replaced while the other listens.</value>
    public int Connections { get; init; } = 2;

    /// <summary>How long it may take until <c>hello</c>, the request for an address included.</summary>
    public TimeSpan HelloLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a connection that has been replaced still listens. Slack closes it about 10 seconds after its warning.</summary>
    public TimeSpan DrainLimit { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>A connection that lasted this long before it broke was a good one; the next may come at once.</summary>
    public TimeSpan GoodLife { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The same for one that Slack wanted replaced, which is no failure.</summary>
    public TimeSpan GoodLifeBeforeRefresh { get; init; } = TimeSpan.FromSeconds(1);
}
