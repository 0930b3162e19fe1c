namespace ChatLineage.Discord.Protocol.Gateway;

/// <summary>How long to wait after an invalid session.</summary>
internal static class InvalidSessionPause
{
    /// <summary>The 1 to 5 seconds that Discord asks for (events/gateway.mdx, "Resuming").</summary>
    /// <param name="jitter">0 to 1.</param>
    public static TimeSpan Of(double jitter) => TimeSpan.FromSeconds(1 + (4 * jitter));
}
