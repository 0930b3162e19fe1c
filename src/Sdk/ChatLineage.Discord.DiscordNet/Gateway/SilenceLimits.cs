namespace ChatLineage.Discord.DiscordNet.Gateway;

/// <summary>How long a gateway connection may bring no event before a new session takes its place.</summary>
/// <remarks>
/// A quiet server is silent for hours, and each new session counts against the 1,000 of a day (events/gateway.mdx, "Identifying"). So the
/// limit is generous, but short after a resume, which is when Discord.Net is known to stay connected without events.
/// </remarks>
internal static class SilenceLimits
{
    /// <summary>How often it is looked at.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Always = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan AfterResume = TimeSpan.FromMinutes(5);

    /// <summary>True when a connection is given up.</summary>
    /// <param name="tap">What is known of the connection.</param>
    /// <param name="shards">How many connections are given up along with it.</param>
    public static bool IsDead(GatewayTap tap, int shards) =>
        tap.Silent is var (silence, sinceResume) && silence >= (sinceResume ? AfterResume : Always) * Math.Max(1, shards);
}
