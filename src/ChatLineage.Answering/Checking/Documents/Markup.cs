using System.Text;
using System.Text.RegularExpressions;

namespace ChatLineage.Answering.Checking.Documents;

/// <summary>Blanks out what is no prose in Markdown or plain text. Every character keeps its place.</summary>
internal static partial class Markup
{
    /// <summary>The text with markup, headings, tables, code blocks and addresses replaced by spaces; line breaks stay.</summary>
    public static string Blank(string text)
    {
        var plain = new StringBuilder(text);
        foreach (Match found in Blocks().Matches(text))
            Blank(plain, found.Index, found.Length);
        foreach (Match found in Links().Matches(plain.ToString()))
        {
            var label = found.Groups["label"];
            var keeps = label.Success && text[found.Index] != '!';
            Blank(plain, found.Index, keeps ? label.Index - found.Index : found.Length);
            if (keeps)
                Blank(plain, label.Index + label.Length, found.Index + found.Length - label.Index - label.Length);
        }

        foreach (Match found in Marks().Matches(plain.ToString()))
            Blank(plain, found.Index, found.Length);
        return plain.ToString();
    }

    private static void Blank(StringBuilder text, int start, int length)
    {
        for (var at = start; at < start + length; at++)
        {
            if (text[at] is not '\n' and not '\r')
                text[at] = ' ';
        }
    }

    // Front matter, fenced code, comments, headings of both kinds, table rows, link definitions, rules.
    [GeneratedRegex("""
        \A---\r?\n.*?\n---[ \t]*(?=\r?\n|\z)
        |^[ \t]*(?<fence>```+|~~~+).*?(?:^[ \t]*\k<fence>[ \t]*\r?$|\z)
        |<!--.{0,2000}?-->
        |^[ ]{0,3}\#{1,6}[ \t][^\n]*
        |^[^\n]+\n(?=[ ]{0,3}(?:={3,}|-{3,})[ \t]*\r?$)
        |^[ \t]*\|[^\n]*
        |^[ ]{0,3}\[[^\]\n]+\]:[^\n]*
        |^[ \t]*(?:[-*_=][ \t]*){3,}\r?$
        """, RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"!?\[(?<label>[^\]\n]{0,300})\]\([^)\n]{0,2000}\)|\[(?<label>[^\]\n]{1,300})\]\[[^\]\n]{0,100}\]|\[\^?\w{1,40}\](?!\()|<?https?://[^\s>)]+>?|www\.[^\s>)]+")]
    private static partial Regex Links();

    // Tags, emphasis and code signs, and the signs of lists and quotations at the start of a line.
    [GeneratedRegex(@"</?[a-zA-Z][^>\n]{0,200}>|\*+|`+|(?<!\w)_+|_+(?!\w)|~~|^[ \t]*(?:>[ \t]?)+|^[ \t]*(?:[-+•]|\d{1,3}[.)])[ \t]+",
        RegexOptions.Multiline)]
    private static partial Regex Marks();
}
