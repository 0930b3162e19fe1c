using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ChatLineage.Answering.Checking.Sentences;

/// <summary>Finds numbers with what they count: «5.85 billion pairs», «67.5 TB», «13,000 volunteers», «four founders».</summary>
internal static partial class QuantityReader
{
    private static readonly FrozenDictionary<string, double> Words =
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".Split(' ').Select((word, at) => (Word: word, Number: at + 2d))
            .Concat("thirty forty fifty sixty seventy eighty ninety hundred".Split(' ')
                .Select((word, at) => (Word: word, Number: (at + 3) * 10d)))
            .Append((Word: "dozen", Number: 12d))
            .ToFrozenDictionary(each => each.Word, each => each.Number, StringComparer.OrdinalIgnoreCase);

    /// <summary>The quantities of a text with their places.</summary>
    public static IEnumerable<(int Start, int End, Quantity Quantity)> Read(string text)
    {
        foreach (Match found in Number().Matches(text))
        {
            var digits = found.Groups["digits"];
            var number = digits.Success ? double.Parse(digits.Value.Replace(",", "", StringComparison.Ordinal),
                CultureInfo.InvariantCulture) : Words[found.Groups["word"].Value];
            yield return (found.Index, found.Index + found.Length, new Quantity(number * Scale(found.Groups["scale"].Value),
                found.Groups["unit"].Value.ToLowerInvariant(), found.Value.Trim()));
        }
    }

    private static double Scale(string scale) => scale.ToLowerInvariant() switch
    {
        "k" or "thousand" => 1e3,
        "m" or "million" => 1e6,
        "b" or "bn" or "billion" => 1e9,
        "t" or "trillion" => 1e12,
        _ => 1,
    };

    // A unit is the noun behind the number; up to two adjectives may stand between.
    [GeneratedRegex("""
        (?<![\w.,-])(?:(?<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)|(?<word>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|dozen)\b)
        (?:[ -]?(?<scale>thousand|million|billion|trillion|bn|[kKmMbBtT])\b)?\+?
        (?:(?:[ -](?:of|different|open|text|image|instruction|human|english|training|high-quality|co|gpu|a100|h100|multilingual))*[ -]?(?<unit>(?:[TGMP]B|[a-z]{2,})\b))?
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase)]
    private static partial Regex Number();
}
