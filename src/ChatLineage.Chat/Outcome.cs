namespace ChatLineage.Chat;

/// <summary>How a question ended.</summary>
public enum Outcome
{
    /// <summary>It was answered, or the bot said that it does not know.</summary>
    Answered,

    /// <summary>The asker took it back.</summary>
    Withdrawn,

    /// <summary>Something broke; the asker was told.</summary>
    Failed,
}
