using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ChatLineage.Answering.Evidence;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Composing;

/// <summary>
/// What a draft must say: the names, dates and figures of the composer's first statement that the question does not hold already.
/// So a model can word an answer differently, but never say less or something else.
/// </summary>
internal static partial class LeadExpectation
{
    /// <summary>The expectation of a result, with those of its first statement.</summary>
    public static Expectation Of(QueryResult result, string question)
    {
        if (result.Statements is not [var lead, ..])
            return result.Expected;
        var names = lead.Lines.SelectMany(line => line.Claims)
            .SelectMany(claim => new[] { claim.Subject, claim.Object })
            .Distinct()
            .Where(entity => Holds(lead.Text, entity.Name) && !Spellings(entity).Any(name => Holds(question, name)))
            .Select(entity => Spellings(entity).ToImmutableArray());
        var figures = Figure().Matches(lead.Text)
            .Select(match => match.Value)
            .Where(figure => !Holds(question, figure))
            .Distinct()
            .Select(figure => ImmutableArray.Create(figure));
        // Where the result itself says what must be stated, other figures of the sentence (a date beside a name) may be left out.
        if (!result.Expected.MustState.IsEmpty)
            figures = [];
        return result.Expected with { MustState = [.. result.Expected.MustState, .. names, .. figures] };
    }

    private static IEnumerable<string> Spellings(Entity entity) => entity.Aliases.Where(alias => alias.Length > 3).Prepend(entity.Name);

    private static bool Holds(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

    // Dates in words and numbers; digits inside names («GPT-3») are part of the name.
    [GeneratedRegex(@"\b(\d{1,2} )?(January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b|(?<![\w.-])\d[\d.,]*\d(?![\w-])|(?<![\w.-])\d(?![\w.-])")]
    private static partial Regex Figure();
}
