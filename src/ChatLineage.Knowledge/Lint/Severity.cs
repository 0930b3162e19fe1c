namespace ChatLineage.Knowledge.Lint;

/// <summary>How bad a finding is.</summary>
public enum Severity
{
    /// <summary>Worth a look; the notes are usable.</summary>
    Warning,

    /// <summary>The notes are wrong, or part of them cannot be used.</summary>
    Error,
}
