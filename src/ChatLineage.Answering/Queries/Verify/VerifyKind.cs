using System.Collections.Immutable;
using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Understanding.Names;
using ChatLineage.Answering.Understanding.Shape;
using ChatLineage.Answering.Understanding.Words;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Verify;

/// <summary>Yes-or-no questions about a relation between two entities.</summary>
internal sealed class VerifyKind : QueryKind<VerifyQuery>
{
    public override Reading? Read(QuestionShape shape, EvaluationContext context)
    {
        if (!shape.IsYesNo && !shape.Has(Topic.Conflict))
            return null;
        var meant = Relation.Of(shape)
            .Where(relation => relation is { Subject: not null, Target: not null } && relation.Subject.Entity != relation.Target.Entity)
            .Select(relation => (Relation: relation, Pair: Meant(relation.Subject!, Widened(PredicatesOf(relation)), relation.Target!,
                context)))
            .ToList();
        // Where several phrases relate things, the one that the notes know about is meant.
        var chosen = meant.Find(each => each.Pair.Known);
        if (chosen.Relation is null && meant.Count > 0)
            chosen = meant[0];
        if (chosen.Relation is not null)
        {
            var (subject, target, _) = chosen.Pair;
            var query = new VerifyQuery(subject, Widened(PredicatesOf(chosen.Relation)), target, Denies(shape), shape.IsExclusive)
            {
                Claimed = shape.Dates is [var date] ? date : null,
                Words = [.. shape.Terms.Select(term => term.Word).OfType<string>()],
            };
            // «the first open alternative» claims more than the relation: a recorded disagreement may know about that.
            var more = shape.HasWord("first", "1", "earliest", "biggest", "largest", "best", "last", "oldest");
            return new Reading(query, more ? 0.74 : 0.84, $"yes or no: {query.Subject.Id} «{chosen.Relation.Hit.Words}» {query.Target.Id}");
        }

        return Depends(shape) ?? Implied(shape);
    }

    // What comes from a company was made by it: «Moshi came from Kyutai».
    private static ImmutableArray<Predicate> PredicatesOf(Relation relation) =>
        relation.Target!.Entity.Kind is EntityKind.Organisation or EntityKind.Person
            && relation.Hit.Words is "comes from" or "come from" or "came from" or "coming from" or "out of" or "came out of" or "comes out of"
            ? [Predicates.ReleasedBy, Predicates.CreatedBy] : relation.Predicates;

    // «does Koala depend on LLaMA» is told by its bases.
    private static Reading? Depends(QuestionShape shape)
    {
        if (!shape.IsYesNo || shape.Mentions is not [var subject, var target]
            || shape.Cues.FirstOrDefault(hit => hit.Words.StartsWith("depend", StringComparison.Ordinal)) is not { } hit)
            return null;
        return shape.IndexOf(subject) < hit.First && shape.IndexOf(target) >= hit.End
            ? new Reading(new VerifyQuery(subject.Entity, Widened([Predicates.BuiltOn]), target.Entity, Denies(shape), shape.IsExclusive),
                0.86, "yes or no: depends on")
            : null;
    }

    // Where a name can mean several things, the ones that the notes relate are meant.
    private static (Entity Subject, Entity Target, bool Known) Meant(Mention subject, ImmutableArray<Predicate> predicates, Mention target,
        EvaluationContext context)
    {
        foreach (var from in subject.Others.Prepend(subject.Entity))
        {
            foreach (var to in target.Others.Prepend(target.Entity))
            {
                if (context.Facts.From(from, predicates).Any(fact => fact.Object == to))
                    return (from, to, true);
            }
        }

        // «trained on oasst» names data by the name of the project that made it.
        if (predicates.Contains(Predicates.TrainedOn) && target.Entity.Kind != EntityKind.Dataset
            && context.Facts.From(subject.Entity, Predicates.TrainedOn).FirstOrDefault(fact => IsCalled(fact.Object, target)) is { } data)
            return (subject.Entity, data.Object, true);

        return (subject.Entity, target.Entity, false);
    }

    private static bool IsCalled(Entity data, Mention typed) => Tokenizer.Key(typed.Spelling) is { Length: > 3 } key
        && data.Aliases.Prepend(data.Name).Any(name => Tokenizer.Key(name).StartsWith(key, StringComparison.Ordinal));

    // «is Vicuna a LLaMA model», «is Bard Google's»: the kind of the second entity tells the relation.
    private static Reading? Implied(QuestionShape shape)
    {
        var entities = shape.Entities;
        var also = entities is [_, { Kind: EntityKind.Organisation }, { Kind: EntityKind.Organisation } second] && shape.HasWord("and")
            ? second : null;
        if (entities.Length != (also is null ? 2 : 3) || shape.Cues.Any(hit => hit.Cue.Topic is not (Topic.Definition or Topic.Conflict or Topic.WhichOne
            or Topic.Openness or Topic.Licence or Topic.Relation)))
            return null;
        // «a Mistral merge» is made from something by Mistral.
        var derived = shape.Cues.Any(hit => hit.Cue.Topic == Topic.Relation && hit.Cue.Predicates[0].Role == LineageRole.Derivation);
        ImmutableArray<Predicate> predicates = entities[1].Kind switch
        {
            EntityKind.Organisation when derived => Widened([Predicates.BuiltOn]),
            EntityKind.Licence => [Predicates.LicensedUnder],
            EntityKind.Organisation or EntityKind.Person => Widened([Predicates.ReleasedBy]),
            EntityKind.Dataset => [Predicates.TrainedOn, Predicates.BuiltOn],
            _ => Widened([Predicates.BuiltOn]),
        };
        var query = new VerifyQuery(entities[0], predicates, entities[1], Denies(shape),
            shape.IsExclusive)
        { IsLoose = !shape.Residue.IsEmpty, IsImplied = true, Also = also, Claimed = shape.Dates is [var date] ? date : null };
        return new Reading(query, 0.79 - (0.12 * shape.Residue.Length), $"yes or no about {entities[0].Id} and {entities[1].Id}");
    }

    // «isn't Vicuna built on LLaMA?» expects a yes; «Vicuna isn't built on LLaMA, right?» denies it.
    private static bool Denies(QuestionShape shape) => shape.IsNegated
        && shape.Terms[0].Word is not ("isnt" or "wasnt" or "arent" or "doesnt"
        or "didnt" or "isn" or "wasn" or "aren" or "doesn" or "didn");

    private static ImmutableArray<Predicate> Widened(ImmutableArray<Predicate> predicates)
    {
        if (predicates.Any(predicate => predicate.Role == LineageRole.Derivation))
            return [.. predicates.Concat(Predicates.All.Where(predicate => predicate.Role == LineageRole.Derivation)).Distinct()];
        if (predicates.Contains(Predicates.TrainedOn) || predicates.Contains(Predicates.DistilledFrom))
            return [.. predicates.Concat([Predicates.TrainedOn, Predicates.DistilledFrom]).Distinct()];
        return predicates.Any(predicate => predicate == Predicates.ReleasedBy || predicate == Predicates.CreatedBy)
            ? [Predicates.ReleasedBy, Predicates.CreatedBy]
            : predicates;
    }

    protected override QueryResult Evaluate(VerifyQuery query, EvaluationContext context) => VerifyAnswer.Evaluate(query, context);
}
