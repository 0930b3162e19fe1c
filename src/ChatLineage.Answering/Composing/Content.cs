using System.Text.RegularExpressions;
using ChatLineage.Answering.Evidence;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Composing;

/// <summary>What a statement says that no other words can stand for: names, dates and figures.</summary>
internal static partial class Content
{
    /// <summary>The entities of its claims that it names.</summary>
    public static IEnumerable<Entity> Names(Statement statement) => statement.Lines.SelectMany(line => line.Claims)
        .SelectMany(claim => new[] { claim.Subject, claim.Object })
        .Where(entity => Holds(statement.Text, entity.Name));

    /// <summary>Its dates in words and its numbers; digits inside names («GPT-3») are part of the name.</summary>
    public static IEnumerable<string> Figures(Statement statement) => Figure().Matches(statement.Text).Select(match => match.Value).Distinct();

    /// <summary>All of it, and what stands in brackets.</summary>
    public static IEnumerable<string> Of(Statement statement) =>
    [
        .. Names(statement).Select(entity => entity.Name), .. Figures(statement), .. Bracketed().Matches(statement.Text).Select(match => match.Value),
    ];

    /// <summary>Whether a text holds one of them.</summary>
    public static bool Holds(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\b(\d{1,2} )?(January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b"
        + @"|(?<![\w.-])\d[\d.,]*\d(?![\w-])|(?<![\w.-])\d(?![\w.-])")]
    private static partial Regex Figure();

    [GeneratedRegex(@"\([^()]+\)")]
    private static partial Regex Bracketed();
}
