namespace ChatLineage.Chat.Transport;

/// <summary>Counts how often one request was tried.</summary>
/// <param name="tries">Tries after failures: 5xx, broken connections.</param>
/// <param name="triesWhenLimited">Tries after refusals that say when to come back.</param>
/// <param name="jitter">Gives numbers from 0 to 1.</param>
/// <remarks>Used by one caller at a time.</remarks>
public sealed class Attempts(int tries, int triesWhenLimited, Func<double> jitter)
{
    private int _failures;
    private int _limits;

    /// <summary>
    /// The wait before the next try after a failure: half a second, doubled each time, spread by half; null when it was tried often enough.
    /// </summary>
    public TimeSpan? AfterFailure() =>
        ++_failures < tries ? TimeSpan.FromSeconds(0.5 * (1 << Math.Min(_failures - 1, 6))) * (0.5 + jitter()) : null;

    /// <summary>True when it may be tried again after a refusal that says when to come back.</summary>
    public bool AfterLimit() => ++_limits < triesWhenLimited;
}
