namespace ChatLineage.Chat.Platforms;

/// <summary>What became of a message that was handed over.</summary>
public enum Receipt
{
    /// <summary>One reply to it begins, and ends: an answer, or a notice that says why there is none. For a message that was addressed to nobody, only when there is something to say.</summary>
    Accepted,

    /// <summary>It was delivered before; the first delivery is answered.</summary>
    Duplicate,

    /// <summary>It is not for the bot; nothing is shown.</summary>
    Ignored,
}
