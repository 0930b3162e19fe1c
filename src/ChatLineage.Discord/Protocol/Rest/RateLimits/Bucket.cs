using System.Diagnostics.CodeAnalysis;

namespace ChatLineage.Discord.Protocol.Rest.RateLimits;

/// <summary>One limit: so many requests in a window.</summary>
/// <remarks>
/// Safe to use from several threads at once; those that wait are served in order. While nothing is known of the limit, one request at a
/// time finds it out.
/// </remarks>
[SuppressMessage("Reliability", "CA1001", Justification = "A SemaphoreSlim whose wait handle is not used holds nothing to free.")]
internal sealed class Bucket(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _queue = new(1);
    private TaskCompletionSource _changed = NewSignal();
    private bool _known;
    private int _limit = 1;
    private int _remaining;
    private int _running;
    private int _waiting;
    private long _windowStart;
    private TimeSpan _window;

    /// <summary>When it was used last, for forgetting those that are not.</summary>
    public long LastUse { get; private set; } = time.GetTimestamp();

    /// <summary>True when nobody uses it or waits for it, and no window runs: then a new one would know as much.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_lock)
            {
                Refresh();
                return _running == 0 && _waiting == 0 && _window == TimeSpan.Zero;
            }
        }
    }

    /// <summary>
    /// Takes a place at once; false when that would take the last one or others wait already. While nothing is known of the limit, one
    /// request at a time finds it out here as well: the limit of an interaction is known only after its first edit.
    /// </summary>
    public bool TryEnterWithRoom()
    {
        lock (_lock)
        {
            Refresh();
            return _waiting == 0 && (_known ? _remaining > 1 : _running == 0) && Enter();
        }
    }

    /// <summary>Waits for a place and takes it.</summary>
    public async ValueTask EnterAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
            _waiting++;
        try
        {
            await _queue.WaitAsync(cancellationToken);
            try
            {
                await TakeTurnAsync(cancellationToken);
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

    /// <summary>A request ended; what its response says of the limit counts from now on.</summary>
    public void Leave(LimitHeaders headers)
    {
        lock (_lock)
            _running--;
        Note(headers);
    }

    /// <summary>What a response says of the limit counts from now on.</summary>
    public void Note(LimitHeaders headers)
    {
        lock (_lock)
        {
            if (headers.Bucket is not null)
            {
                // Responses overtake each other, so within a window the lower number is the newer one.
                Refresh();
                var sameWindow = _known && _window > TimeSpan.Zero;
                _remaining = sameWindow ? Math.Min(_remaining, headers.Remaining) : Math.Max(0, headers.Remaining - _running);
                (_known, _limit, _window, _windowStart) = (true, Math.Max(1, headers.Limit), headers.ResetAfter, time.GetTimestamp());
            }
            else if (!_known)
            {
                _remaining = 0;
            }
            else if (_window == TimeSpan.Zero)
            {
                // The answer says nothing (it broke off, or came from a proxy), and no end of a window will give the place back.
                _remaining = Math.Max(0, _limit - _running);
            }

            Signal();
        }
    }

    /// <summary>Discord refused a request: nothing may be sent until a time has passed.</summary>
    public void Block(TimeSpan wait)
    {
        lock (_lock)
        {
            (_known, _remaining, _window, _windowStart) = (true, 0, wait, time.GetTimestamp());
            Signal();
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async ValueTask TakeTurnAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            TimeSpan wait;
            lock (_lock)
            {
                Refresh();
                if (_known ? _remaining > 0 && Enter() : _running == 0 && Enter())
                    return;
                changed = _changed.Task;
                wait = _known && _window > TimeSpan.Zero ? _window - time.GetElapsedTime(_windowStart) : Timeout.InfiniteTimeSpan;
            }

            if (wait == Timeout.InfiniteTimeSpan)
                await changed.WaitAsync(cancellationToken);
            else
                await Task.WhenAny(changed.WaitAsync(cancellationToken), Task.Delay(wait, time, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private bool Enter()
    {
        _remaining--;
        _running++;
        LastUse = time.GetTimestamp();
        return true;
    }

    private void Refresh()
    {
        if (!_known || _window == TimeSpan.Zero || time.GetElapsedTime(_windowStart) < _window)
            return;
        _window = TimeSpan.Zero;
        _remaining = Math.Max(0, _limit - _running);
    }

    private void Signal()
    {
        var signal = _changed;
        _changed = NewSignal();
        signal.SetResult();
    }
}
