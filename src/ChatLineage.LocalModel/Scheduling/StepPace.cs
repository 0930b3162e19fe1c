namespace ChatLineage.LocalModel.Scheduling;

/// <summary>
/// How many prompt tokens a step may take so that those who are being answered do not wait too long. Measured, not assumed: a prompt token
/// costs from 0.3 to 10 ms, depending on the machine, what else runs on it, and how many are computed together.
/// </summary>
internal sealed class StepPace
{
    // The aim of 150 ms a step less some room for the error of the estimate.
    private const double TargetSeconds = 0.12;
    private const double Weight = 0.3;

    // A step that took too long is believed at once: the next one must not.
    private const double WeightOfSlower = 0.8;
    private const int FewestTokens = 8;

    // Large steps of prompts alone cost less a token than the small ones beside texts that are written, mostly by this much or less.
    private const double SmallStepFactor = 1.5;
    private double _secondsAToken = 0.0025;
    private double _baseSeconds;
    private bool _knowsSmallSteps;

    /// <summary>Prompt tokens for the next step when others generate.</summary>
    public int Budget(int most)
    {
        var tokens = (TargetSeconds - _baseSeconds) / _secondsAToken;
        return Math.Min(most, Math.Max(FewestTokens, (int)Math.Min(tokens, int.MaxValue / 2)));
    }

    /// <summary>Learns from a step.</summary>
    public void Observe(int promptTokens, int generating, TimeSpan duration)
    {
        var seconds = duration.TotalSeconds;
        if (promptTokens == 0)
        {
            _baseSeconds = Approach(_baseSeconds, seconds, Weight);
            return;
        }

        if (generating > 0)
        {
            var own = Math.Max(1e-6, seconds - _baseSeconds) / promptTokens;
            _secondsAToken = Approach(_secondsAToken, own, own > _secondsAToken ? WeightOfSlower : Weight);
            _knowsSmallSteps = true;
        }
        else if (!_knowsSmallSteps)
        {
            _secondsAToken = Approach(_secondsAToken, SmallStepFactor * seconds / promptTokens, WeightOfSlower);
        }
    }

    private static double Approach(double known, double observed, double weight) => known + (weight * (observed - known));
}
