namespace ChatLineage.Chat.Platforms;

/// <summary>A platform could not be reached, or kept failing; the same call can succeed later.</summary>
public sealed class PlatformUnavailableException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was tried; without tokens.</param>
    /// <param name="inner">The last failure.</param>
    public PlatformUnavailableException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
