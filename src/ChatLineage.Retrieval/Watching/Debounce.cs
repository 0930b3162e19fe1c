namespace ChatLineage.Retrieval.Watching;

/// <summary>Turns a burst of signals into one call: when it has been quiet for a moment, but not later than a bound after the
/// first.</summary>
/// <remarks>Safe to use from several threads.</remarks>
internal sealed class Debounce : IDisposable
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly TimeSpan _quiet;
    private readonly TimeSpan _bound;
    private readonly Action _then;
    private readonly ITimer _timer;
    private long? _first;

    /// <param name="time">The clock.</param>
    /// <param name="quiet">How long it has to be quiet.</param>
    /// <param name="bound">After which time the call comes, quiet or not.</param>
    /// <param name="then">The call; it must not take long.</param>
    public Debounce(TimeProvider time, TimeSpan quiet, TimeSpan bound, Action then)
    {
        _time = time;
        _quiet = quiet;
        _bound = bound;
        _then = then;
        _timer = time.CreateTimer(_ => Fire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Something happened.</summary>
    public void Signal()
    {
        lock (_gate)
        {
            _first ??= _time.GetTimestamp();
            var left = _bound - _time.GetElapsedTime(_first.Value);
            var due = left < _quiet ? left : _quiet;
            _timer.Change(due > TimeSpan.Zero ? due : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void Fire()
    {
        lock (_gate)
            _first = null;
        _then();
    }
}
