namespace ChatLineage.Chat.Platforms;

/// <summary>What a message wants.</summary>
public enum Request
{
    /// <summary>An answer to its text.</summary>
    Question,

    /// <summary>A verdict on each statement of its text: «Check this claim».</summary>
    Check,

    /// <summary>All sources of the latest answer of the conversation; the text is empty.</summary>
    Sources,

    /// <summary>What the bot can do and how to ask it; the text is empty.</summary>
    Help,
}
