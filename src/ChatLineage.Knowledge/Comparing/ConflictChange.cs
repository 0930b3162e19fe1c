using ChatLineage.Knowledge.Conflicts;

namespace ChatLineage.Knowledge.Comparing;

/// <summary>A conflict that came, went or got another verdict between two snapshots.</summary>
/// <param name="Before">The conflict as it was; null when it is new.</param>
/// <param name="After">The conflict as it is; null when it went.</param>
public sealed record ConflictChange(Conflict? Before, Conflict? After)
{
    /// <summary>True when it was open and no longer is.</summary>
    public bool IsSettled => Before is { Verdict: Verdict.Undecided } && After is not { Verdict: Verdict.Undecided };

    /// <summary>True when it is open and was not.</summary>
    public bool IsOpened => After is { Verdict: Verdict.Undecided } && Before is not { Verdict: Verdict.Undecided };
}
