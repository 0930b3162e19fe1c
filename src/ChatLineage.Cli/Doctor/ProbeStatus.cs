namespace ChatLineage.Cli.Doctor;

/// <summary>How a probe found what it looked at.</summary>
internal enum ProbeStatus
{
    /// <summary>Right.</summary>
    Ok,

    /// <summary>It works, but less well than it could.</summary>
    Warning,

    /// <summary>It does not work.</summary>
    Failed,

    /// <summary>Not looked at: it is not set up, or an earlier probe has found why it cannot work.</summary>
    Skipped,
}
