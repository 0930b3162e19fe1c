using System.Diagnostics.CodeAnalysis;

namespace ChatLineage.Discord.Protocol.Rest.RateLimits;

/// <summary>The limit over all endpoints: 50 requests in a second (topics/rate-limits.mdx, "Global Rate Limit").</summary>
/// <remarks>Safe to use from several threads at once; those that wait are served in order.</remarks>
[SuppressMessage("Reliability", "CA1001", Justification = "A SemaphoreSlim whose wait handle is not used holds nothing to free.")]
internal sealed class GlobalLimit(TimeProvider time, int perSecond)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _queue = new(1);
    private readonly Queue<long> _sent = new();
    private long _blockedFrom;
    private TimeSpan _blockedFor;

    /// <summary>Waits until one more may be sent, and counts it.</summary>
    public async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        await _queue.WaitAsync(cancellationToken);
        try
        {
            while (TryTake() is { } wait)
                await Task.Delay(wait, time, cancellationToken);
        }
        finally
        {
            _queue.Release();
        }
    }

    /// <summary>Discord refused a request: nothing may be sent until a time has passed.</summary>
    public void Block(TimeSpan wait)
    {
        lock (_lock)
        {
            if (_blockedFor - time.GetElapsedTime(_blockedFrom) < wait)
                (_blockedFrom, _blockedFor) = (time.GetTimestamp(), wait);
        }
    }

    /// <summary>Takes a place; the time to wait when there is none.</summary>
    private TimeSpan? TryTake()
    {
        lock (_lock)
        {
            if (_blockedFor - time.GetElapsedTime(_blockedFrom) is var blocked && blocked > TimeSpan.Zero)
                return blocked;
            while (_sent.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= Window)
                _sent.Dequeue();
            if (_sent.Count >= perSecond)
                return Window - time.GetElapsedTime(_sent.Peek());
            _sent.Enqueue(time.GetTimestamp());
            return null;
        }
    }
}
