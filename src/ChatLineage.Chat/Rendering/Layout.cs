namespace ChatLineage.Chat.Rendering;

/// <summary>How the sentences of an answer are set.</summary>
public enum Layout
{
    /// <summary>One after another, as a paragraph.</summary>
    Paragraph,

    /// <summary>Each on a line of its own.</summary>
    Lines,
}
