using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ChatLineage.Answering.Drafting;

/// <summary>A sentence parted from its citations.</summary>
/// <param name="Text">The sentence without citations, its full stop in place.</param>
/// <param name="Lines">The numbers cited, each once, in order of appearance.</param>
internal sealed partial record CitedText(string Text, ImmutableArray<int> Lines)
{
    /// <summary>Takes the citations out of a sentence.</summary>
    public static CitedText Parse(string sentence)
    {
        var lines = ImmutableArray.CreateBuilder<int>();
        foreach (Match mark in Citation().Matches(sentence))
        {
            foreach (var part in mark.Groups[1].Value.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))
            {
                // A number too long to read is one that no line has.
                var number = int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : int.MaxValue;
                if (!lines.Contains(number))
                    lines.Add(number);
            }
        }

        return new CitedText(Tidy(Citation().Replace(sentence, "")), lines.ToImmutable());
    }

    private static string Tidy(string text)
    {
        var tidy = Gaps().Replace(text.Trim(), "$1");
        return DoubleStops().Replace(tidy, "$1");
    }

    [GeneratedRegex(@"\s*\[\s*(\d+(?:\s*,\s*\d+)*)\s*\]", RegexOptions.CultureInvariant)]
    private static partial Regex Citation();

    [GeneratedRegex(@"\s+([.,;:?!])", RegexOptions.CultureInvariant)]
    private static partial Regex Gaps();

    [GeneratedRegex(@"([.?!])\.+$", RegexOptions.CultureInvariant)]
    private static partial Regex DoubleStops();
}
