using System.Collections.Immutable;
using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Conflicts;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Attribute;

/// <summary>Says when something came out, whether a claimed date is right, and who says otherwise.</summary>
internal static class DateAnswer
{
    public static QueryResult Evaluate(AttributeQuery query, EvaluationContext context)
    {
        if (query.Claimed is null && !query.Hints.IsEmpty)
            return Event(query, context) ?? Abstain.NotRecorded("when that was", Dating.Of(query.Entity, context)?.Line
                ?? Abstain.Nearest(query.Entity, context), query.Entity);
        if (Dating.Of(query.Entity, context) is not { } dating)
            return Elsewhere(query, context);
        var statements = ImmutableArray.CreateBuilder<Statement>();
        statements.Add(Told(Lead(query, dating), dating));
        var conflicts = Relevant(query, dating);
        foreach (var conflict in conflicts.Take(1))
            statements.Add(context.Conflicts.Aside(conflict));
        return new QueryResult
        {
            Statements = statements.DrainToImmutable(),
            Expected = new Expectation(query.Claimed is { } claimed && conflicts.All(conflict => conflict.Better is not null)
                ? Agrees(claimed, dating.Date) : null, [[dating.Date.ToWords()]]),
            Conflicts = [.. conflicts],
            Named = [query.Entity, .. context.Facts.Makers(query.Entity).Select(fact => fact.Object)],
        };
    }

    // «when did Books3 go offline» asks for an event about it, or for a dated claim that says so.
    private static QueryResult? Event(AttributeQuery query, EvaluationContext context)
    {
        var happening = context.Facts.To(query.Entity, Predicates.About).Select(fact => fact.Subject)
            .Select(each => (Event: each, Score: query.Hints.Count(hint =>
                Stem.Holds(each.Name + " " + string.Join(' ', each.Aliases), hint))))
            .Where(pair => pair.Score > 0)
            .OrderByDescending(pair => pair.Score)
            .Select(pair => Dating.Of(pair.Event, context))
            .FirstOrDefault(dating => dating is not null);
        if (happening is not null)
        {
            return new QueryResult
            {
                Statements = [Told("", happening)],
                Expected = new Expectation(null, [[happening.Date.ToWords()]]),
                Conflicts = happening.Conflicts,
                Named = [query.Entity, happening.Entity],
            };
        }

        var told = context.Facts.From(query.Entity, [.. Predicates.All]).Concat(context.Facts.To(query.Entity, [.. Predicates.All]))
            .Where(fact => fact.On is not null)
            .OrderByDescending(fact => query.Hints.Any(hint => Stem.Holds(fact.Object.Name, hint)))
            .FirstOrDefault(fact => query.Hints.Any(hint => Stem.Holds(fact.Object.Name, hint) && fact.Subject == query.Entity
                || (fact.Best.Detail is { } detail && Stem.Holds(detail, hint))));
        return told is null ? null : new QueryResult
        {
            Statements = [Statement.Of(WithDate(told).Text, WithDate(told))],
            Expected = new Expectation(null, [[told.On!.Value.ToWords()]]),
            Named = [query.Entity],
        };
    }

    private static string Lead(AttributeQuery query, Dating dating)
    {
        if (query.Claimed is not { } claimed)
            return "";
        return Agrees(claimed, dating.Date) ? "Yes. " : "No. ";
    }

    // Whoever asks when an event was often calls it something else, so its name follows the date.
    private static Statement Told(string lead, Dating dating) => dating.Entity.Kind == EntityKind.Event
        ? Statement.WorkedOut(lead, $"{dating.Date.ToWords()}: {dating.Entity.Name}.", dating.Line)
        : Statement.Of($"{lead}{dating.Entity.Name} {Dating.Verb(dating.Entity)} {dating.Date.ToPhrase()}.", dating.Line);

    // A date without a year, as people give it, stands for that day in any year.
    private static bool Agrees(PartialDate claimed, PartialDate actual) =>
        claimed.Year > 1 ? claimed.Agrees(actual) : new PartialDate(actual.Year, claimed.Month, claimed.Day).Agrees(actual);

    // The claimed date's own conflict first; a conflict that only tells a day's difference is no news where the month was asked.
    private static List<Conflict> Relevant(AttributeQuery query, Dating dating) =>
    [
        .. dating.Conflicts.OrderByDescending(conflict => query.Claimed is { } claimed && Sides(conflict)
            .Any(side => Agrees(claimed, side)))
            .ThenByDescending(conflict => conflict.Better is not null && Sides(conflict)
                .Any(side => side.Month != dating.Date.Month || side.Year != dating.Date.Year)),
    ];

    private static IEnumerable<PartialDate> Sides(Conflict conflict)
    {
        if (PartialDate.TryParse(conflict.First.Value, out var first))
            yield return first;
        if (PartialDate.TryParse(conflict.Second.Value, out var second))
            yield return second;
    }

    // Nothing dates its release: any dated claim is the nearest.
    private static QueryResult Elsewhere(AttributeQuery query, EvaluationContext context)
    {
        var dated = context.Facts.From(query.Entity, [.. Predicates.All]).Concat(context.Facts.To(query.Entity, Predicates.About))
            .FirstOrDefault(fact => fact.On is not null);
        return Abstain.NotRecorded($"when {query.Entity.Name} {Dating.Verb(query.Entity)}", dated is null
            ? Abstain.Nearest(query.Entity, context) : WithDate(dated), query.Entity);
    }

    private static EvidenceLine WithDate(Fact fact) =>
        fact.Predicate.Dated ? fact.Line : fact.Line with { Text = $"{fact.Line.Text.TrimEnd('.')} ({fact.On!.Value.ToWords()})." };
}
