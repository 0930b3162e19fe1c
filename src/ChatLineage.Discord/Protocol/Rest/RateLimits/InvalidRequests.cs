namespace ChatLineage.Discord.Protocol.Rest.RateLimits;

/// <summary>
/// Counts answers of 401, 403 and 429. Above 10,000 in 10 minutes the address is shut out from Discord altogether (topics/rate-limits.mdx,
/// "Invalid Request Limit"), so the bot stops by itself well before.
/// </summary>
/// <remarks>Safe to use from several threads at once.</remarks>
internal sealed class InvalidRequests(TimeProvider time)
{
    /// <summary>Half of what Discord allows: other programs at the same address count as well.</summary>
    public const int Budget = 5_000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Queue<long> _times = new();

    /// <summary>True when nothing may be sent for now.</summary>
    public bool Exhausted
    {
        get
        {
            lock (_lock)
            {
                while (_times.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= Window)
                    _times.Dequeue();
                return _times.Count >= Budget;
            }
        }
    }

    public void Count()
    {
        lock (_lock)
            _times.Enqueue(time.GetTimestamp());
    }
}
