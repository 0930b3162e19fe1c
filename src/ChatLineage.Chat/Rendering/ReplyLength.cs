namespace ChatLineage.Chat.Rendering;

/// <summary>Fits replies into the length that a platform takes.</summary>
internal static class ReplyLength
{
    private const string Ellipsis = " …";

    /// <summary>Cuts a text after the last whole sentence that fits, else after a word, and never inside a character.</summary>
    public static string Cut(string text, int maxLength)
    {
        if (text.Length <= maxLength)
            return text;
        var room = Math.Max(0, maxLength - Ellipsis.Length);
        var head = text[..room];
        var end = Math.Max(head.LastIndexOf(". ", StringComparison.Ordinal), head.LastIndexOf("? ", StringComparison.Ordinal)) + 1;
        if (end == 0)
            end = head.LastIndexOf(' ');
        if (end <= 0)
            end = room > 0 && char.IsHighSurrogate(text[room - 1]) ? room - 1 : room;
        return text[..end] + Ellipsis[..Math.Min(Ellipsis.Length, maxLength - end)];
    }

    /// <summary>The heading and as many lines as fit, with a line about those left out; null when not even one fits.</summary>
    public static string? Fit(string heading, IReadOnlyList<string> lines, Func<int, string> leftOut, int room)
    {
        for (var shown = lines.Count; shown > 0; shown--)
        {
            var left = lines.Count - shown;
            var more = left == 0 ? [] : new[] { leftOut(left) };
            var list = string.Join('\n', [heading, .. lines.Take(shown), .. more]);
            if (list.Length <= room)
                return list;
        }

        return null;
    }
}
