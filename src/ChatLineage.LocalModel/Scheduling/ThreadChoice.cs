using System.Numerics;

namespace ChatLineage.LocalModel.Scheduling;

/// <summary>
/// How many threads compute a step that only generates. Prompts gain from every core; a single token of a small model hardly does, and its
/// threads wait for each other after every operation, so that one core busy with something else makes the step ten times slower. Which number
/// is best depends on model, batch and load, so it is measured while running: the fastest of a few is used and the others are tried again now
/// and then, less often each time they lose.
/// </summary>
internal sealed class ThreadChoice
{
    private const double Weight = 0.3;
    private const int FirstInterval = 16;
    private const int LongestInterval = 1024;
    private const int SizeClasses = 4;
    private readonly int[] _candidates;
    private readonly Measured[] _classes;

    /// <param name="most">Threads that may be used.</param>
    public ThreadChoice(int most)
    {
        _candidates = [.. new[] { 1, (most + 1) / 2, most }.Distinct()];
        Most = most;
        _classes = [.. Enumerable.Range(0, SizeClasses).Select(_ => new Measured(new double[_candidates.Length]))];
    }

    /// <summary>Threads that may be used, and that prompts use.</summary>
    public int Most { get; }

    /// <summary>Threads for a step of so many generated tokens.</summary>
    public int Next(int tokens)
    {
        var measured = ClassOf(tokens);
        if (Array.IndexOf(measured.Seconds, 0) is var untried and >= 0)
        {
            return _candidates[untried];
        }

        var best = Array.IndexOf(measured.Seconds, measured.Seconds.Min());
        if (_candidates.Length == 1 || --measured.Countdown > 0)
        {
            return _candidates[best];
        }

        measured.Probe = (measured.Probe + 1) % _candidates.Length;
        measured.Probe = measured.Probe == best ? (best + 1) % _candidates.Length : measured.Probe;
        measured.Interval = Math.Min(measured.Interval * 2, LongestInterval);
        measured.Countdown = measured.Interval;
        return _candidates[measured.Probe];
    }

    /// <summary>Learns from such a step.</summary>
    public void Observe(int tokens, int threads, TimeSpan duration)
    {
        var measured = ClassOf(tokens);
        var index = Array.IndexOf(_candidates, threads);
        var before = Array.IndexOf(measured.Seconds, measured.Seconds.Min());
        ref var seconds = ref measured.Seconds[index];
        var observed = Math.Max(1e-9, duration.TotalSeconds);
        seconds = seconds == 0 ? observed : seconds + (Weight * (observed - seconds));
        if (Array.IndexOf(measured.Seconds, measured.Seconds.Min()) != before)
        {
            // The order changed, so the load probably did: look again sooner.
            measured.Interval = FirstInterval;
            measured.Countdown = FirstInterval;
        }
    }

    private Measured ClassOf(int tokens) => _classes[Math.Min(SizeClasses - 1, BitOperations.Log2((uint)tokens))];

    private sealed class Measured(double[] seconds)
    {
        public double[] Seconds { get; } = seconds;

        public int Interval { get; set; } = FirstInterval;

        public int Countdown { get; set; } = FirstInterval;

        public int Probe { get; set; }
    }
}
