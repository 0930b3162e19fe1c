using System.Text.RegularExpressions;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Understanding.References;

/// <summary>Writes out words that stand for several things: «what were they both trained on» after two models were compared.</summary>
/// <remarks>Pure.</remarks>
internal static partial class Plurals
{
    /// <summary>The text with the names of the things in place of the first such word; null when it has none, or nothing for it to stand
    /// for.</summary>
    public static string? WrittenOut(string text, Answer last)
    {
        var things = last.Entities.Where(entity => entity.Kind.IsArtefact()).Take(3).ToList();
        if (things.Count < 2 || !Plural().IsMatch(text))
            return null;
        var named = string.Join(", ", things.SkipLast(1).Select(entity => entity.Name)) + " and " + things[^1].Name;
        return Plural().Replace(text, match => match.Value.Contains("their", StringComparison.OrdinalIgnoreCase) ? named + "'s" : named, 1);
    }

    [GeneratedRegex(@"\b(they both|both of (them|these|those)|them both|(these|those|the) two( of them)?|either of them|they|them|their|both)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Plural();
}
