namespace ChatLineage.Cli.Terminal;

/// <summary>What follows a command typed in the chat.</summary>
internal enum CommandOutcome
{
    /// <summary>The chat goes on.</summary>
    Stay,

    /// <summary>The chat ends.</summary>
    Leave,
}
