using System.Collections.Immutable;
using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Answering.Queries.Related;
using ChatLineage.Answering.Understanding.Shape;
using ChatLineage.Answering.Understanding.Words;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Composed;

/// <summary>Questions that follow two relations, one after the other.</summary>
internal sealed class ComposedKind : QueryKind<ComposedQuery>
{
    private const int Deepest = 4;

    public override Reading? Read(QuestionShape shape, EvaluationContext context)
    {
        if (shape.IsYesNo || AsksTheWay(shape) || shape.HasWord("and", "plus", "or", "vs") || shape.Entities.Count(entity => entity.Kind.IsArtefact()) != 1)
            return null;
        if (Whose(shape, context) is { } owned)
            return owned;
        var relations = RelatedKind.All(shape, context).Select(reading => reading.Query).OfType<RelatedQuery>()
            .Where(query => !query.Inverse).ToList();
        if (shape.Has(Topic.Root) && relations.Count > 0)
            relations.Insert(0, relations[0] with
            {
                Predicates = [.. Predicates.All.Where(predicate =>
                predicate.Role == LineageRole.Derivation)]
            });
        // «what licence does the base of X have»: terms are asked for by a topic and not by a relation.
        if (shape.Has(Topic.Licence) && relations is [{ } only] && !IsVariant(only.Entity, shape, context) && only.Predicates.Any(predicate =>
            predicate.Role == LineageRole.Derivation))
            relations.Add(only with { Predicates = [Predicates.LicensedUnder] });
        // «its architecture is copied from what» asks for the model and not for a part.
        if (relations.Exists(query => query.Predicates.Contains(Predicates.Reimplements)))
            return null;
        var inner = relations.MinBy(query => Depth(query.Predicates));
        var outer = relations.MaxBy(query => Depth(query.Predicates));
        if (inner is null || outer is null || Depth(inner.Predicates) == Depth(outer.Predicates) || inner.Entity != outer.Entity)
            return null;
        var query = new ComposedQuery(inner.Entity, inner.Predicates, outer.Predicates, Deepest: shape.Has(Topic.Root));
        // Two phrases can as well be one relation told twice: only a way that leads somewhere makes this reading.
        var doubt = 0.06 * Math.Clamp(shape.Residue.Length - 1, 0, 3);
        return Follow(query, context) is null ? null : new Reading(query, shape.Has(Topic.Root) ? 0.84 - doubt : 0.812,
            "follows two relations one after the other");
    }

    protected override QueryResult Evaluate(ComposedQuery query, EvaluationContext context) =>
        Follow(query, context) is var (way, found) ? Told(way, found) : Abstain.NotRecorded("that", Abstain.Nearest(query.Entity, context),
            query.Entity);

    // «how does X keep the original model intact» asks for a method and not for what is behind X.
    private static bool AsksTheWay(QuestionShape shape) => shape.Terms is [{ Word: "how" }, ..] && shape.Has(Topic.Reason)
        && !shape.Has(Topic.Count);

    // «whose language model is in X» asks for the maker of what is in X, not for that of X.
    private static Reading? Whose(QuestionShape shape, EvaluationContext context)
    {
        var words = shape.Terms.Select(term => term.Word).ToList();
        var at = words.IndexOf("whose");
        if (at < 0 || shape.Entities.FirstOrDefault(entity => entity.Kind.IsArtefact()) is not { } thing)
            return null;
        var owned = words.Skip(at + 1).Take(3).FirstOrDefault(word => word is "model" or "llm" or "lm" or "weights" or "base"
            or "checkpoint" or "data" or "dataset" or "corpus" or "outputs" or "answers");
        ImmutableArray<Predicate> derivations = [.. Predicates.All.Where(predicate => predicate.Role == LineageRole.Derivation)];
        ImmutableArray<Predicate> inner = owned switch
        {
            null => [],
            "data" or "dataset" or "corpus" => [Predicates.TrainedOn],
            "outputs" or "answers" => [Predicates.DistilledFrom],
            _ => shape.Cues.Any(hit => hit.Cue.Predicates is [var only] && only == Predicates.DistilledFrom) ? [Predicates.DistilledFrom]
                : derivations,
        };
        var query = inner.IsEmpty ? null : new ComposedQuery(thing, inner, [Predicates.ReleasedBy, Predicates.CreatedBy],
            Deepest: shape.Has(Topic.Root));
        return query is null || Follow(query, context) is null ? null : new Reading(query, 0.84, $"asks whose «{owned}» is in {thing.Id}");
    }

    // «X base model, what licence» names a variant of X where its licences are told by variant.
    private static bool IsVariant(Entity entity, QuestionShape shape, EvaluationContext context) =>
        context.Facts.From(entity, Predicates.LicensedUnder).Any(fact => fact.Best.Detail is { } detail && shape.Cues.Any(hit =>
            hit.Cue.Orientation == Orientation.NounForObject && Tokenizer.Tokens(detail).Any(token =>
                token.Capital && token.Text == hit.Words.Split(' ')[0])));

    private static (ImmutableArray<Fact> Way, ImmutableArray<Fact> Found)? Follow(ComposedQuery query, EvaluationContext context)
    {
        // Bases are followed down until one of them answers: the base of a tune was trained by nobody in the notes, but its own base was.
        var level = context.Facts.From(query.Entity, query.Inner).ToList();
        var way = new List<Fact>();
        (ImmutableArray<Fact> Way, ImmutableArray<Fact> Found)? reached = null;
        for (var depth = 0; depth < Deepest && level.Count > 0; depth++)
        {
            foreach (var step in level)
            {
                var found = context.Facts.From(step.Object, query.Outer);
                if (!found.IsEmpty && !query.Deepest)
                    return ([.. way, step], found);
                if (!found.IsEmpty)
                    reached = ([.. way, step], found);
            }

            way.Add(level[0]);
            level = query.Inner[0].Role == LineageRole.Derivation ? [.. context.Facts.From(level[0].Object, query.Inner)] : [];
        }

        return reached;
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
