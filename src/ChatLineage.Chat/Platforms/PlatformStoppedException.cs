namespace ChatLineage.Chat.Platforms;

/// <summary>A platform refuses for a reason that trying again does not mend. The message names the reason and what to change where.</summary>
public sealed class PlatformStoppedException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong and the next step; without tokens.</param>
    /// <param name="inner">What caused it; null for a refusal of the platform.</param>
    public PlatformStoppedException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
