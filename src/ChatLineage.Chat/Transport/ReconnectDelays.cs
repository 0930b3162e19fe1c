namespace ChatLineage.Chat.Transport;

/// <summary>How long to wait before connecting again.</summary>
public static class ReconnectDelays
{
    private static readonly TimeSpan[] Table =
        [TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60)];

    /// <summary>
    /// The wait after a number of connections in a row that did not last; the last one for all further. Spread by a quarter either way.
    /// </summary>
    /// <param name="failures">0 or more; the first wait is none.</param>
    /// <param name="jitter">0 to 1.</param>
    public static TimeSpan After(int failures, double jitter) => Table[Math.Min(failures, Table.Length - 1)] * (0.75 + (jitter / 2));
}
