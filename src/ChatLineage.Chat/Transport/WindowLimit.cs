using System.Diagnostics.CodeAnalysis;

namespace ChatLineage.Chat.Transport;

/// <summary>Lets so many requests through in a window of time that slides.</summary>
/// <param name="time">The clock.</param>
/// <param name="count">Requests in a window; 1 or more.</param>
/// <param name="window">How long it is.</param>
/// <remarks>Safe to use from several threads at once; those that wait are served in order.</remarks>
[SuppressMessage("Reliability", "CA1001", Justification = "A SemaphoreSlim whose wait handle is not used holds nothing to free.")]
public sealed class WindowLimit(TimeProvider time, int count, TimeSpan window)
{
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _queue = new(1);
    private readonly Queue<long> _sent = new();
    private int _waiting;
    private long _blockedFrom;
    private TimeSpan _blockedFor;

    /// <summary>True when nobody waits and it would let a whole window's requests through.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_lock)
            {
                Forget();
                return _waiting == 0 && _sent.Count == 0 && Blocked <= TimeSpan.Zero;
            }
        }
    }

    private TimeSpan Blocked => _blockedFor - time.GetElapsedTime(_blockedFrom);

    /// <summary>Waits until one more may be sent, and counts it.</summary>
    public async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
            _waiting++;
        try
        {
            await _queue.WaitAsync(cancellationToken);
            try
            {
                while (Take(0) is { } wait)
                    await Task.Delay(wait, time, cancellationToken);
            }
            finally
            {
                _queue.Release();
            }
        }
        finally
        {
            lock (_lock)
                _waiting--;
        }
    }

    /// <summary>Counts one more if it may be sent now and leaves room for others; false when not. For what may be left out.</summary>
    /// <param name="reserve">How many more must fit.</param>
    public bool TryTake(int reserve)
    {
        lock (_lock)
            return _waiting == 0 && Take(reserve) is null;
    }

    /// <summary>True when <see cref="TryTake"/> would count one more now.</summary>
    /// <param name="reserve">How many more must fit.</param>
    public bool HasRoom(int reserve)
    {
        lock (_lock)
        {
            Forget();
            return _waiting == 0 && Blocked <= TimeSpan.Zero && _sent.Count + reserve < count;
        }
    }

    /// <summary>The other side refused a request: nothing may be sent until a time has passed.</summary>
    public void Block(TimeSpan wait)
    {
        lock (_lock)
        {
            if (Blocked < wait)
                (_blockedFrom, _blockedFor) = (time.GetTimestamp(), wait);
        }
    }

    /// <summary>Takes a place; the time to wait when there is none.</summary>
    private TimeSpan? Take(int reserve)
    {
        lock (_lock)
        {
            if (Blocked is var blocked && blocked > TimeSpan.Zero)
                return blocked;
            Forget();
            if (_sent.Count + reserve >= count)
                return _sent.TryPeek(out var oldest) ? window - time.GetElapsedTime(oldest) : window;
            _sent.Enqueue(time.GetTimestamp());
            return null;
        }
    }

    private void Forget()
    {
        while (_sent.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= window)
            _sent.Dequeue();
    }
}
