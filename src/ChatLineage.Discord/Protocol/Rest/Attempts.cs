namespace ChatLineage.Discord.Protocol.Rest;

/// <summary>How often one request was tried.</summary>
internal sealed class Attempts(RestSettings settings, Func<double> jitter)
{
    private int _failures;
    private int _limits;

    /// <summary>The wait before the next try after a failure: half a second, doubled each time, spread by half; null when it was tried often enough.</summary>
    public TimeSpan? AfterFailure() =>
        ++_failures < settings.Tries ? TimeSpan.FromSeconds(0.5 * (1 << Math.Min(_failures - 1, 6))) * (0.5 + jitter()) : null;

    /// <summary>True when it may be tried again after a 429.</summary>
    public bool AfterLimit() => ++_limits < settings.TriesWhenLimited;
}
