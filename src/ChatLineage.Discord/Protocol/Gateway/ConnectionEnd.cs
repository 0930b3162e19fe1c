namespace ChatLineage.Discord.Protocol.Gateway;

/// <summary>Why a connection ended and what follows.</summary>
/// <param name="Next">What follows.</param>
/// <param name="Reason">Why, for the log or, when the bot stops, for whoever runs it.</param>
internal readonly record struct ConnectionEnd(NextStep Next, string Reason)
{
    /// <summary>True when Discord asks for a pause of some seconds before the next connection.</summary>
    public bool Pause { get; init; }

    /// <summary>True when Discord asked for the next connection: that is no failure, however often it does.</summary>
    public bool Asked { get; init; }
}
