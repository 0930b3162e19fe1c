namespace ChatLineage.Chat.Platforms;

/// <summary>Who sees a reply.</summary>
public enum Audience
{
    /// <summary>Everybody who sees the question.</summary>
    Everybody,

    /// <summary>The asker alone.</summary>
    Asker,
}
