namespace ChatLineage.LocalModel.Tests.Support;

/// <summary>The system's clock, but short waits end at once: a wait before another try costs a test nothing, and a limit on silence still
/// holds.</summary>
internal sealed class ImpatientClock : TimeProvider
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(20);

    /// <summary>The waits that were cut short.</summary>
    public List<TimeSpan> Waits { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > Short || dueTime < TimeSpan.Zero)
        {
            return base.CreateTimer(callback, state, dueTime, period);
        }

        lock (Waits)
        {
            Waits.Add(dueTime);
        }

        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
