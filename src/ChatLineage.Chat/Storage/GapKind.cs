namespace ChatLineage.Chat.Storage;

/// <summary>In which way the notes fell short.</summary>
public enum GapKind
{
    /// <summary>They were silent: the bot did not know.</summary>
    Unanswered,

    /// <summary>Somebody said that the answer did not help.</summary>
    NotUseful,

    /// <summary>Somebody asked the maintainers.</summary>
    PassedOn,
}
