using System.Collections.Immutable;
using ChatLineage.Answering.Evidence;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Composing;

/// <summary>
/// What a draft must say: the names of all statements that the composer would show, and the dates and figures of the first, where the
/// question does not hold them already; and it must begin with what the first rests on. So a model can word an answer differently, but
/// never say less (the rest of a list, the end of a chain) or something else.
/// </summary>
internal static class AnswerExpectation
{
    /// <summary>The expectation of a result, with those of its statements.</summary>
    public static Expectation Of(QueryResult result, string question)
    {
        var names = Composer.Shown(result).SelectMany(Content.Names).DistinctBy(entity => entity.Name)
            .Where(entity => !Spellings(entity).Any(name => Content.Holds(question, name)))
            .Select(entity => Spellings(entity).ToImmutableArray());
        return result.Expected with
        {
            MustState = [.. result.Expected.MustState, .. names, .. Figures(result, question)],
            LeadLines = result.Statements is [var lead, ..] ? lead.Lines.DistinctBy(line => line.Text).Count() : 0,
        };
    }

    // Only of the first statement: further ones add dates and sizes as a service. Where the result itself says what must be stated, other
    // figures of the sentence (a date beside a name) may be left out too.
    private static IEnumerable<ImmutableArray<string>> Figures(QueryResult result, string question) =>
        result.Statements is not [var lead, ..] || !result.Expected.MustState.IsEmpty
            ? []
            : Content.Figures(lead)
                .Where(figure => !Content.Holds(question, figure))
                .Select(figure => ImmutableArray.Create(figure));

    private static IEnumerable<string> Spellings(Entity entity) => entity.Aliases.Where(alias => alias.Length > 3).Prepend(entity.Name);
}
