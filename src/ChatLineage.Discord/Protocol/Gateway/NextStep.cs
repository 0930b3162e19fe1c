namespace ChatLineage.Discord.Protocol.Gateway;

/// <summary>What follows the end of a connection.</summary>
internal enum NextStep
{
    /// <summary>Connect and go on with the session.</summary>
    Resume,

    /// <summary>Connect and begin a new session.</summary>
    NewSession,

    /// <summary>Nothing: connecting again cannot work before somebody changes something.</summary>
    Stop,
}
