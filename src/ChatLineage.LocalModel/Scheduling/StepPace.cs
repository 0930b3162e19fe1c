namespace ChatLineage.LocalModel.Scheduling;

/// <summary>
/// How many prompt tokens a step may take so that those who are being answered do not wait too long. Measured, not assumed: a prompt token
/// costs from 0.3 to 7 ms, depending on the machine and what else runs on it.
/// </summary>
internal sealed class StepPace
{
    // The aim of 150 ms a step less some room for the error of the estimate.
    private const double TargetSeconds = 0.12;
    private const double Weight = 0.3;
    private const int FewestTokens = 8;
    private double _secondsAToken = 0.0025;
    private double _baseSeconds;

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
            _baseSeconds += Weight * (seconds - _baseSeconds);
            return;
        }

        var own = Math.Max(1e-6, seconds - (generating > 0 ? _baseSeconds : 0));
        _secondsAToken += Weight * ((own / promptTokens) - _secondsAToken);
    }
}
