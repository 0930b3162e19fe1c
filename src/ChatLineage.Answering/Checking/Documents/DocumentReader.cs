using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ChatLineage.Knowledge;

namespace ChatLineage.Answering.Checking.Documents;

/// <summary>Reads plain text or Markdown into sentences that know their place.</summary>
internal static partial class DocumentReader
{
    public static Document Read(string text)
    {
        var plain = Markup.Blank(text);
        var lines = new LineIndex(text);
        var sentences = ImmutableArray.CreateBuilder<DocumentSentence>();
        foreach (var paragraph in Paragraphs(plain))
        {
            foreach (var (start, end) in SentenceCutter.Cut(plain, paragraph.Start, paragraph.End))
            {
                var words = Spaces().Replace(plain[start..end], " ").Trim();
                if (words.Any(char.IsLetter))
                    sentences.Add(new DocumentSentence(words, lines.Place(start, end)));
            }
        }

        return new Document(sentences.DrainToImmutable(), Written(text));
    }

    // A blank line ends a paragraph, and so does a list item, a heading or another block that was blanked out.
    private static IEnumerable<(int Start, int End)> Paragraphs(string plain)
    {
        var start = 0;
        foreach (Match gap in Gaps().Matches(plain))
        {
            if (gap.Index > start)
                yield return (start, gap.Index);
            start = gap.Index + gap.Length;
        }

        if (start < plain.Length)
            yield return (start, plain.Length);
    }

    private static PartialDate? Written(string text)
    {
        var front = FrontMatterDate().Match(text);
        return front.Success && PartialDate.TryParse(front.Groups[1].Value, out var date) ? date : null;
    }

    [GeneratedRegex(@"\n[ \t]*\r?\n\s*|\n(?=[ ]{3,}\S|\t)")]
    private static partial Regex Gaps();

    // Signs that could steer a terminal go with the spaces.
    [GeneratedRegex(@"[\s\p{Cc}\p{Cf}]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\A---\r?\n(?:(?!---)[^\n]*\n)*?(?:date|published|written)[ \t]*:[ \t]*['""]?(\d{4}(?:-\d{2}(?:-\d{2})?)?)",
        RegexOptions.IgnoreCase)]
    private static partial Regex FrontMatterDate();
}
