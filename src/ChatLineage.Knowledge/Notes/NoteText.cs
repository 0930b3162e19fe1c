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
            && !text.Any(sign => char.IsControl(sign))
            && text is not ("true" or "false" or "null" or "yes" or "no" or "~");
        if (plain)
            return text;
        return text.Any(char.IsControl)
            ? '"' + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings("\\n") + '"'
            : '\'' + text.Replace("'", "''", StringComparison.Ordinal) + '\'';
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
        text.AsSpan().ContainsAny(",[]{}") && Scalar(text)[0] is not ('\'' or '"') ? '\'' + text.Replace("'", "''", StringComparison.Ordinal) + '\'' : Scalar(text);
}
