using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ChatLineage.Answering.Evidence;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Composing;

/// <summary>
/// What a draft must say: the names of all statements that the composer would show, and the dates and figures of the first, where the
/// question does not hold them already; and it must begin with what the first rests on. So a model can word an answer differently, but
/// never say less (the rest of a list, the end of a chain) or something else.
/// </summary>
internal static partial class AnswerExpectation
{
    /// <summary>The expectation of a result, with those of its statements.</summary>
    public static Expectation Of(QueryResult result, string question)
    {
        var names = Composer.Shown(result).SelectMany(Named).DistinctBy(entity => entity.Name)
            .Where(entity => !Spellings(entity).Any(name => Holds(question, name)))
            .Select(entity => Spellings(entity).ToImmutableArray());
        return result.Expected with
        {
            MustState = [.. result.Expected.MustState, .. names, .. Figures(result, question)],
            LeadLines = result.Statements is [var lead, ..] ? lead.Lines.DistinctBy(line => line.Text).Count() : 0,
        };
    }

    private static IEnumerable<Entity> Named(Statement statement) => statement.Lines.SelectMany(line => line.Claims)
        .SelectMany(claim => new[] { claim.Subject, claim.Object })
        .Where(entity => Holds(statement.Text, entity.Name));

    // Only of the first statement: further ones add dates and sizes as a service. Where the result itself says what must be stated, other
    // figures of the sentence (a date beside a name) may be left out too.
    private static IEnumerable<ImmutableArray<string>> Figures(QueryResult result, string question) =>
        result.Statements is not [var lead, ..] || !result.Expected.MustState.IsEmpty
            ? []
            : Figure().Matches(lead.Text)
                .Select(match => match.Value)
                .Where(figure => !Holds(question, figure))
                .Distinct()
                .Select(figure => ImmutableArray.Create(figure));

    private static IEnumerable<string> Spellings(Entity entity) => entity.Aliases.Where(alias => alias.Length > 3).Prepend(entity.Name);

    private static bool Holds(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

    // Dates in words and numbers; digits inside names («GPT-3») are part of the name.
    [GeneratedRegex(@"\b(\d{1,2} )?(January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b"
        + @"|(?<![\w.-])\d[\d.,]*\d(?![\w-])|(?<![\w.-])\d(?![\w.-])")]
    private static partial Regex Figure();
}
