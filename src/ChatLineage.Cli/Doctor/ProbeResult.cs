namespace ChatLineage.Cli.Doctor;

/// <summary>What a probe found.</summary>
/// <param name="Status">How it is.</param>
/// <param name="Message">What was found, as one sentence; without tokens.</param>
/// <param name="Fix">What to do, as one sentence; null where there is nothing to do.</param>
internal sealed record ProbeResult(ProbeStatus Status, string Message, string? Fix)
{
    public static ProbeResult Ok(string message) => new(ProbeStatus.Ok, message, null);

    public static ProbeResult Warning(string message, string fix) => new(ProbeStatus.Warning, message, fix);

    public static ProbeResult Failed(string message, string fix) => new(ProbeStatus.Failed, message, fix);

    /// <param name="message">Why it was not looked at.</param>
    /// <param name="fix">What sets it up; null where an earlier probe says what to do.</param>
    public static ProbeResult Skipped(string message, string? fix = null) => new(ProbeStatus.Skipped, message, fix);
}
