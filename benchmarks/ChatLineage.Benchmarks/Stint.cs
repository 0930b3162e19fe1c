using System.Diagnostics;

namespace ChatLineage.Benchmarks;

/// <summary>Wall time and processor time of a piece of work: on a machine that does other things too, only the second says much.</summary>
internal sealed class Stint
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly TimeSpan _used = Used();

    public TimeSpan Wall => Stopwatch.GetElapsedTime(_started);

    public TimeSpan Processor => Used() - _used;

    public override string ToString() => $"{Wall.TotalMilliseconds:0} ms, {Processor.TotalMilliseconds:0} ms of processor time";

    private static TimeSpan Used()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }
}
