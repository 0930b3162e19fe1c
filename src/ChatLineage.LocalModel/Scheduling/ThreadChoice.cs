using System.Numerics;

namespace ChatLineage.LocalModel.Scheduling;

/// <summary>
/// How many threads compute a step. Prompts gain from every core; a single token of a small model hardly does, and its threads wait for
/// each other after every operation, so that one core busy with something else makes the step ten times slower. Which number is best
/// depends on model, batch and load, so it is measured while running: the fastest of a few is used and the others are tried again now and
/// then, less often each time they lose.
/// </summary>
internal sealed class ThreadChoice
{
    private const double Weight = 0.3;
    private const int FirstInterval = 16;
    private const int LongestInterval = 1024;

    // Steps of 1, 2-3, 4-7 and 8-15 tokens; larger ones are prompts, and compared by the time for each token.
    private const int PromptClass = 4;
    private readonly int[] _candidates;
    private readonly Measured[] _classes;

    /// <param name="most">Threads that may be used.</param>
    public ThreadChoice(int most)
    {
        _candidates = [.. new[] { most, 1, (most + 1) / 2 }.Distinct()];
        _classes = [.. Enumerable.Range(0, PromptClass + 1).Select(_ => new Measured(_candidates.Length))];
    }

    /// <summary>Threads for a step of so many tokens.</summary>
    /// <param name="tokens">How many.</param>
    /// <param name="mayTry">False for the best known number: a trial may take as many times longer as it has fewer threads.</param>
    public int Next(int tokens, bool mayTry)
    {
        var measured = ClassOf(tokens);
        if (!mayTry)
        {
            return _candidates[measured.Best];
        }

        var untried = Array.IndexOf(measured.Seconds, 0);
        if (untried >= 0 && (untried == 0 || measured != _classes[PromptClass]))
        {
            return _candidates[untried];
        }

        if (_candidates.Length == 1 || --measured.Countdown > 0)
        {
            return _candidates[measured.Best];
        }

        measured.Interval = Math.Min(measured.Interval * 2, LongestInterval);
        measured.Countdown = measured.Interval;
        return _candidates[untried >= 0 ? untried : measured.NextProbe()];
    }

    /// <summary>Learns from such a step.</summary>
    public void Observe(int tokens, int threads, TimeSpan duration)
    {
        var measured = ClassOf(tokens);
        var before = measured.Best;
        var observed = Math.Max(1e-9, duration.TotalSeconds / tokens);
        ref var seconds = ref measured.Seconds[Array.IndexOf(_candidates, threads)];

        // A probe that beats the best is believed at once: what was known of the others may stem from a busier time.
        seconds = seconds == 0 || observed < measured.Seconds[before] ? observed : seconds + (Weight * (observed - seconds));
        if (measured.Best != before)
        {
            // The order changed, so the load probably did: look again sooner.
            measured.Interval = FirstInterval;
            measured.Countdown = FirstInterval;
        }
    }

    private Measured ClassOf(int tokens) => _classes[Math.Min(PromptClass, BitOperations.Log2((uint)tokens))];

    private sealed class Measured(int candidates)
    {
        private int _probe;

        // 0 means not tried yet.
        public double[] Seconds { get; } = new double[candidates];

        public int Interval { get; set; } = FirstInterval;

        public int Countdown { get; set; } = FirstInterval;

        public int Best
        {
            get
            {
                var best = 0;
                for (var i = 1; i < Seconds.Length; i++)
                {
                    best = Seconds[i] > 0 && (Seconds[i] < Seconds[best] || Seconds[best] == 0) ? i : best;
                }

                return best;
            }
        }

        public int NextProbe()
        {
            _probe = (_probe + 1) % Seconds.Length;
            _probe = _probe == Best ? (_probe + 1) % Seconds.Length : _probe;
            return _probe;
        }
    }
}
