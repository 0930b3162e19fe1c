namespace ChatLineage.Chat.Rendering;

/// <summary>Cuts text to a length without halving a character that takes two code units.</summary>
public static class Shortened
{
    /// <summary>The text itself when it fits, else its beginning.</summary>
    /// <param name="maxLength">In UTF-16 code units; 1 or more.</param>
    /// <param name="text">The text.</param>
    public static string To(int maxLength, string text) =>
        text.Length <= maxLength ? text : text[..(char.IsHighSurrogate(text[maxLength - 1]) ? maxLength - 1 : maxLength)];
}
