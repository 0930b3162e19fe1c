using System.Text;

namespace ChatLineage.Knowledge.Notes;

/// <summary>Writes values and claims as the YAML of notes.</summary>
internal static class NoteText
{
    private const string NeedQuotesAtStart = "!&*-?|>%@`\"'#{}[],: ";

    /// <summary>A scalar, in quotes only where YAML would read the plain text as something else.</summary>
    public static string Scalar(string text)
    {
        var plain = text.Length > 0
            && !NeedQuotesAtStart.Contains(text[0], StringComparison.Ordinal)
            && !text.EndsWith(' ') && !text.EndsWith(':')
            && !text.Contains(": ", StringComparison.Ordinal)
            && !text.Contains(" #", StringComparison.Ordinal)
            && !text.Any(NeedsEscape)
            && text is not ("true" or "false" or "null" or "yes" or "no" or "~");
        if (plain)
            return text;
        return text.Any(NeedsEscape) ? DoubleQuoted(text) : '\'' + text.Replace("'", "''", StringComparison.Ordinal) + '\'';
    }

    /// <summary>A list on one line.</summary>
    public static string List(IEnumerable<string> items) => "[" + string.Join(", ", items.Select(Item)) + "]";

    /// <summary>One <c>key: value</c> line; nothing for a null value.</summary>
    public static void Field(StringBuilder text, string indent, string key, string? value)
    {
        if (value is not null)
            text.Append(indent).Append(key).Append(": ").Append(Scalar(value)).Append('\n');
    }

    private static string Item(string text) =>
        text.AsSpan().ContainsAny(",[]{}") && Scalar(text)[0] is not ('\'' or '"')
            ? '\'' + text.Replace("'", "''", StringComparison.Ordinal) + '\'' : Scalar(text);

    // YAML takes U+2028 and U+2029 for line ends too.
    private static bool NeedsEscape(char sign) => char.IsControl(sign) || sign is '\u2028' or '\u2029';

    // Only double quotes can hold line ends and other control characters, escaped.
    private static string DoubleQuoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var sign in text)
        {
            if (NeedsEscape(sign))
                quoted.Append(sign == '\n' ? "\\n" : $"\\u{(int)sign:X4}");
            else
                quoted.Append(sign is '"' or '\\' ? "\\" : "").Append(sign);
        }

        return quoted.Append('"').ToString();
    }
}
