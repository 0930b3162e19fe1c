using System.Collections.Immutable;
using ChatLineage.Answering.Evidence;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Conflicts;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Verify;

/// <summary>Says what holds where the claim asked about is recorded but not believed, and who makes it.</summary>
internal static class DisputedAnswer
{
    /// <summary>The answer; null when nobody makes the claim.</summary>
    public static QueryResult? Of(VerifyQuery query, EvaluationContext context)
    {
        var claim = context.Knowledge.ClaimsFrom(query.Subject)
            .FirstOrDefault(each => !each.Stands && each.Object == query.Target && query.Predicates.Contains(each.Predicate));
        var conflict = context.Knowledge.ConflictsAbout(query.Subject)
            .Where(each => query.Predicates.Contains(each.Predicate) && Names(each.Weaker, query.Target))
            .OrderByDescending(each => each.Predicate == claim?.Predicate)
            .FirstOrDefault();
        if (claim is null && conflict is null)
            return null;
        // What holds: the better side where it is a relation of its own, else the closest one recorded.
        var held = context.Facts.From(query.Subject, query.Predicates)
            .OrderByDescending(fact => fact.Object.Id == conflict?.Better?.Value)
            .ThenByDescending(fact => fact.Predicate != Predicates.BuiltOn)
            .FirstOrDefault();
        var told = conflict is null ? ImmutableArray.Create(Disbelieved(claim!))
            : held is null ? context.Conflicts.Whole(conflict)
            : [context.Conflicts.Aside(conflict)];
        if (held is not null)
            told = told.Insert(0, Statement.Of(held.Line.Text, held.Line));
        return new QueryResult
        {
            Statements = told.SetItem(0, told[0] with { Text = (query.Negated ? "Right. " : "No. ") + told[0].Text }),
            Expected = new Expectation(query.Negated ? null : false, []),
            Conflicts = conflict is null ? [] : [conflict],
            Named = [query.Subject, .. held is null ? Array.Empty<Entity>() : [held.Object]],
        };
    }

    /// <summary>Adds to a result who says otherwise: what holds may be told less than fully by some source.</summary>
    public static QueryResult WithAside(VerifyQuery query, QueryResult result, EvaluationContext context)
    {
        var conflict = context.Knowledge.ConflictsAbout(query.Subject)
            .FirstOrDefault(each => query.Predicates.Contains(each.Predicate) && each.Aspect is null && each.Better is not null);
        return conflict is null ? result : result with
        {
            Statements = [.. result.Statements, context.Conflicts.Aside(conflict)],
            Conflicts = [conflict]
        };
    }

    private static Statement Disbelieved(Claim claim)
    {
        var text = DisputeWording.Sentence(claim);
        return Statement.Of(text, new EvidenceLine(text, claim.Sources, [claim]));
    }

    private static bool Names(ConflictSide? side, Entity entity) => side is not null
        && (side.Value == entity.Id || entity.Aliases.Prepend(entity.Name).Contains(side.Value, StringComparer.OrdinalIgnoreCase));
}
