using System.Collections.Immutable;
using SkiaSharp;

namespace ChatLineage.Pictures.Lettering;

/// <summary>Breaks and cuts text to a width.</summary>
internal static class TextFit
{
    private const string Ellipsis = "…";

    /// <summary>The text in at most so many lines, the last one cut with an ellipsis when there is more.</summary>
    /// <param name="text">The text, on one line.</param>
    /// <param name="font">The font that it will be drawn in.</param>
    /// <param name="width">The room, in units of the picture.</param>
    /// <param name="lines">How many lines there may be, at least 1.</param>
    public static ImmutableArray<string> Wrap(string text, SKFont font, float width, int lines)
    {
        var atSpaces = WrapAt(" ", inWords: false, text, font, width, lines);
        return atSpaces[^1].EndsWith(Ellipsis, StringComparison.Ordinal)
            ? WrapAt(" -/_", inWords: true, text, font, width, lines)
            : atSpaces;
    }

    private static ImmutableArray<string> WrapAt(string breaks, bool inWords, string text, SKFont font, float width, int lines)
    {
        var wrapped = ImmutableArray.CreateBuilder<string>();
        var rest = text;
        while (wrapped.Count < lines - 1 && font.MeasureText(rest) > width)
        {
            var at = BreakAt(breaks, rest, font, width);
            if (at == 0 && !inWords)
                break;
            if (at == 0)
                at = FitAt(rest, font, width);
            wrapped.Add(rest[..at].TrimEnd());
            rest = rest[at..].TrimStart();
        }

        wrapped.Add(Cut(rest, font, width));
        return wrapped.DrainToImmutable();
    }

    /// <summary>The text, cut with an ellipsis when it is wider than the room.</summary>
    public static string Cut(string text, SKFont font, float width)
    {
        if (font.MeasureText(text) <= width)
            return text;
        var end = text.Length;
        while (end > 1 && font.MeasureText(text[..end].TrimEnd() + Ellipsis) > width)
            end -= char.IsLowSurrogate(text[end - 1]) ? 2 : 1;
        return text[..end].TrimEnd() + Ellipsis;
    }

    // Inside a word that is wider than the room.
    private static int FitAt(string text, SKFont font, float width)
    {
        var at = 1;
        while (at < text.Length && font.MeasureText(text[..(at + 1)]) <= width)
            at++;
        return at > 1 && char.IsHighSurrogate(text[at - 1]) ? at - 1 : at;
    }

    // After the last place to break that fits; 0 when not even the first word does.
    private static int BreakAt(string breaks, string text, SKFont font, float width)
    {
        var at = 0;
        for (var i = 1; i < text.Length; i++)
        {
            if (!breaks.Contains(text[i - 1]))
                continue;
            if (font.MeasureText(text[..i].TrimEnd()) > width)
                break;
            at = i;
        }

        return at;
    }
}
