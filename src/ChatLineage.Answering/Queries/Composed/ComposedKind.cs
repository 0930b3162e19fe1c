using System.Collections.Immutable;
using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Answering.Queries.Related;
using ChatLineage.Answering.Understanding.Shape;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Composed;

/// <summary>Questions that follow two relations, one after the other.</summary>
internal sealed class ComposedKind : QueryKind<ComposedQuery>
{
    private const int Deepest = 4;

    public override Reading? Read(QuestionShape shape, EvaluationContext context)
    {
        if (shape.IsYesNo || shape.HasWord("and", "plus", "or", "vs") || shape.Entities.Count(entity => entity.Kind.IsArtefact()) != 1)
            return null;
        var relations = RelatedKind.All(shape, context).Select(reading => reading.Query).OfType<RelatedQuery>().Where(query => !query.Inverse).ToList();
        if (shape.Has(Topic.Root) && relations.Count > 0)
            relations.Insert(0, relations[0] with { Predicates = [.. Predicates.All.Where(predicate => predicate.Role == LineageRole.Derivation)] });
        // «what licence does the base of X have»: terms are asked for by a topic and not by a relation.
        if (shape.Has(Topic.Licence) && relations is [{ } only] && only.Predicates.Any(predicate => predicate.Role == LineageRole.Derivation))
            relations.Add(only with { Predicates = [Predicates.LicensedUnder] });
        var inner = relations.MinBy(query => Depth(query.Predicates));
        var outer = relations.MaxBy(query => Depth(query.Predicates));
        if (inner is null || outer is null || Depth(inner.Predicates) == Depth(outer.Predicates) || inner.Entity != outer.Entity)
            return null;
        var query = new ComposedQuery(inner.Entity, inner.Predicates, outer.Predicates);
        // Two phrases can as well be one relation told twice: only a way that leads somewhere makes this reading.
        return Follow(query, context) is null ? null : new Reading(query, shape.Has(Topic.Root) ? 0.84 : 0.812, "follows two relations one after the other");
    }

    protected override QueryResult Evaluate(ComposedQuery query, EvaluationContext context) =>
        Follow(query, context) is var (way, found) ? Told(way, found) : Abstain.NotRecorded("that", Abstain.Nearest(query.Entity, context), query.Entity);

    private static (ImmutableArray<Fact> Way, ImmutableArray<Fact> Found)? Follow(ComposedQuery query, EvaluationContext context)
    {
        // Bases are followed down until one of them answers: the base of a tune was trained by nobody in the notes, but its own base was.
        var level = context.Facts.From(query.Entity, query.Inner).ToList();
        var way = new List<Fact>();
        for (var depth = 0; depth < Deepest && level.Count > 0; depth++)
        {
            foreach (var step in level)
            {
                var found = context.Facts.From(step.Object, query.Outer);
                if (!found.IsEmpty)
                    return ([.. way, step], found);
            }

            way.Add(level[0]);
            level = query.Inner[0].Role == LineageRole.Derivation ? [.. context.Facts.From(level[0].Object, query.Inner)] : [];
        }

        return null;
    }

    private static QueryResult Told(ImmutableArray<Fact> way, ImmutableArray<Fact> found)
    {
        var first = found.Where(fact => fact.Predicate == found[0].Predicate).ToImmutableArray();
        return new QueryResult
        {
            Statements = [FactWording.Together(first), .. way.Reverse().Select(fact => Statement.Of(fact.Line.Text, fact.Line))],
            Expected = new Expectation(null, [[.. first.Select(fact => fact.Object.Name)]]),
            Named = [.. first.Select(fact => fact.Object), .. way.Select(fact => fact.Object)],
        };
    }

    // What lies in between comes first: versions and bases, then data and parts, then makers, then who leads or pays them.
    private static int Depth(ImmutableArray<Predicate> predicates) => predicates[0] switch
    {
        var predicate when predicate.Role is LineageRole.Succession => 0,
        var predicate when predicate.Role is LineageRole.Derivation => 1,
        var predicate when predicate.Role is LineageRole.Ingredient => 2,
        var predicate when predicate == Predicates.ReleasedBy || predicate == Predicates.CreatedBy => 3,
        _ => 4,
    };
}
