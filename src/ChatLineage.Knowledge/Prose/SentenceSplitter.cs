using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using ChatLineage.Knowledge.Yaml;

namespace ChatLineage.Knowledge.Prose;

/// <summary>
/// Cuts a paragraph into sentences. A full stop with a footnote run behind it always ends one; a full stop without one does when
/// a capital follows and the word before it is no abbreviation, initial or number.
/// </summary>
internal static partial class SentenceSplitter
{
    // A full stop after one of these goes on with the same sentence, even before a capital.
    private static readonly FrozenSet<string> Abbreviations = new[]
    {
        "e.g", "i.e", "etc", "vs", "cf", "al", "approx", "ca", "no", "nos", "vol", "fig", "sec", "ed", "eds", "resp", "incl", "esp",
        "dr", "mr", "mrs", "ms", "prof", "st", "jr", "sr", "inc", "ltd", "corp", "co", "dept", "univ",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> WordStarts = SearchValues.Create(" \n(\"“‘'");

    public static IEnumerable<ProseSentence> Split(PlainText paragraph, BodyPlaces places)
    {
        var text = paragraph.Untrimmed();
        var start = 0;
        foreach (Match stop in Stop().Matches(text))
        {
            var end = stop.Index + stop.Length;
            if (end < text.Length && !stop.Groups["notes"].Success && !Ends(text, stop, end))
                continue;
            if (Sentence(paragraph, text, start, end, places) is { } sentence)
                yield return sentence;
            start = end;
        }

        if (Sentence(paragraph, text, start, text.Length, places) is { } rest)
            yield return rest;
    }

    private static bool Ends(string text, Match stop, int end)
    {
        if (!char.IsWhiteSpace(text[end]))
            return false;
        var next = text.AsSpan(end).TrimStart();
        if (next.IsEmpty || !(char.IsUpper(next[0]) || char.IsDigit(next[0]) || "\"'“‘([".Contains(next[0], StringComparison.Ordinal)))
            return false;
        var before = text.AsSpan(0, stop.Index);
        var word = before[(before.LastIndexOfAny(WordStarts) + 1)..];
        return text[stop.Index] != '.'
            || !(Abbreviations.Contains(word.ToString()) || word is [var initial] && char.IsUpper(initial) || IsDottedInitials(word));
    }

    // «U.S.», «a.k.a.»: one letter between the stops.
    private static bool IsDottedInitials(ReadOnlySpan<char> word)
    {
        if (!word.Contains('.'))
            return false;
        for (var i = 0; i < word.Length; i++)
        {
            if (i % 2 == 0 ? !char.IsLetter(word[i]) : word[i] != '.')
                return false;
        }

        return true;
    }

    private static ProseSentence? Sentence(PlainText paragraph, string text, int start, int end, BodyPlaces places)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        if (start == end)
            return null;
        var plain = new StringBuilder(end - start);
        var footnotes = ImmutableArray.CreateBuilder<Located<string>>();
        var from = start;
        foreach (Match note in Footnote().Matches(text[start..end]))
        {
            var at = start + note.Index;
            plain.Append(text.AsSpan(from, at - from).TrimEnd());
            from = at + note.Length;
            footnotes.Add(new Located<string>(note.Groups[1].Value, places.At(paragraph.Offset(at))));
        }

        plain.Append(text, from, end - from);
        var words = Spaces().Replace(plain.ToString(), " ").Trim();
        return words.Length == 0 && footnotes.Count == 0
            ? null
            : new ProseSentence(words, footnotes.DrainToImmutable(), places.At(paragraph.Offset(start)));
    }

    [GeneratedRegex("""[.!?…]+["'”’)\]]*(?<notes>(?:\s*\[\^[^\]\s]*\])+)?""", RegexOptions.CultureInvariant)]
    private static partial Regex Stop();

    [GeneratedRegex("""\[\^([^\]\s]*)\]""", RegexOptions.CultureInvariant)]
    private static partial Regex Footnote();

    [GeneratedRegex("""\s+""", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
