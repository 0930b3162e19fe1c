using Microsoft.Extensions.Time.Testing;

namespace ChatLineage.Testing;

/// <summary>
/// A clock that moves only when a test moves it, and tells when somebody has begun to wait. Without that, a test that runs beside the
/// code under test could move the clock before the code sets its timer, which would then never go off.
/// </summary>
public sealed class SteppedTime : FakeTimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<TimeSpan> _waits = [];
    private TaskCompletionSource _changed = NewSignal();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        lock (_lock)
        {
            _waits.Add(dueTime);
            _changed.SetResult();
            _changed = NewSignal();
        }

        return timer;
    }

    /// <summary>Waits until somebody waits for this long, and moves the clock as far. Each wait counts once.</summary>
    public async Task StepAsync(TimeSpan wait)
    {
        await WaiterAsync(wait);
        Advance(wait);
    }

    /// <summary>Waits until somebody waits for this long. Each wait counts once.</summary>
    public async Task WaiterAsync(TimeSpan wait)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (_waits.Remove(wait))
                    return;
                changed = _changed.Task;
            }

            await changed.WaitAsync(Patience.Limit);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
