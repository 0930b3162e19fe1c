namespace ChatLineage.Chat.Storage;

/// <summary>What the bot remembers cannot be opened. The message names the file, the reason and the next step.</summary>
public sealed class ChatStoreException : Exception
{
    /// <summary>Creates the exception.</summary>
    public ChatStoreException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
