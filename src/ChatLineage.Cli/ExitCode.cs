namespace ChatLineage.Cli;

/// <summary>What the program tells its caller.</summary>
internal static class ExitCode
{
    /// <summary>It did what was asked. Saying «I don't know» is an answer too.</summary>
    public const int Done = 0;

    /// <summary>It could not do what was asked, or what it checked is not right; the reason is on standard error.</summary>
    public const int Failed = 1;

    /// <summary>The command line is wrong; what is wrong is on standard error.</summary>
    public const int Usage = 2;

    /// <summary>It was interrupted: 128 and the number of SIGINT, as shells do it.</summary>
    public const int Interrupted = 130;
}
