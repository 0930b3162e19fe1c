using System.Collections.Immutable;
using ChatLineage.Answering.Checking.Assertions;
using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Queries;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Checking.Judging;

/// <summary>Contradicts what the notes rule out: the reverse holds, or another thing stands in that place.</summary>
internal sealed class Denials(EvaluationContext context)
{
    // More recorded data than this is a list that nobody claims to be complete.
    private const int MostOfClosedList = 4;

    public Judgement? Judge(RelationAssertion stated, Entity subject, Entity target) =>
        Reverse(stated, subject, target) ?? Rebuilt(stated, subject, target) ?? Instead(stated, subject, target);

    private Judgement? Reverse(RelationAssertion stated, Entity subject, Entity target)
    {
        if (stated.Predicates.Any(predicate => predicate.Role == LineageRole.Derivation)
            && context.Knowledge.Graph.ShortestPath(target, subject) is { } path)
            return Judgement.Of(StatementVerdict.Contradicted, PathWording.Chain(path));
        return context.Facts.From(target, stated.Predicates).FirstOrDefault(fact => fact.Object == subject) is { } turned
            ? Judgement.Of(StatementVerdict.Contradicted, turned.Line.Text, turned.Line)
            : null;
    }

    // A copy made from scratch has nothing of its model.
    private Judgement? Rebuilt(RelationAssertion stated, Entity subject, Entity target) =>
        stated.Predicates[0].Role == LineageRole.Derivation && context.Facts.From(subject, Predicates.Reimplements)
            .FirstOrDefault(fact => fact.Object == target) is { } fact
            ? Judgement.Of(StatementVerdict.Contradicted, fact.Line.Text, fact.Line)
            : null;

    private Judgement? Instead(RelationAssertion stated, Entity subject, Entity target)
    {
        var named = stated.Predicates[0];
        var others = context.Facts.From(subject, Meant(named, stated.Predicates))
            .Where(fact => fact.Object.Kind == target.Kind || named.Role == LineageRole.Provenance).ToImmutableArray();
        if (named == Predicates.Uses)
            others = [.. others.Where(fact => SamePart(fact, stated.Words))];
        else if (!IsExclusive(named) || (named.Role == LineageRole.Ingredient && others.Length > MostOfClosedList))
            return null;
        // One of the people behind something that an organisation released.
        if (target.Kind == EntityKind.Person && others.All(fact => fact.Object.Kind != EntityKind.Person))
            return null;
        if (others.IsEmpty)
            return null;
        var same = others.Where(fact => fact.Predicate == others[0].Predicate).Take(Listing.Most).ToList();
        var text = same.Count == 1 ? same[0].Line.Text
            : ClaimWording.Short(same[0].Best).Replace(same[0].Object.Name + ".",
                Listing.Of([.. same.Select(fact => fact.Object.Name)]) + ".", StringComparison.Ordinal);
        return Judgement.Of(StatementVerdict.Contradicted, text, same.Select(fact => fact.Line));
    }

    // Where the words say tune, merge or distillation, another base rules it out all the same.
    private static ImmutableArray<Predicate> Meant(Predicate named, ImmutableArray<Predicate> all) =>
        named == Predicates.DistilledFrom ? [Predicates.DistilledFrom, .. all.Where(predicate => predicate.Role == LineageRole.Derivation)
            .Distinct()]
        : named == Predicates.TrainedOn ? [Predicates.TrainedOn]
        : all;

    // One model has one base, one maker and one licence as a rule, and naming them denies the rest.
    private static bool IsExclusive(Predicate predicate) =>
        predicate.Role is LineageRole.Derivation or LineageRole.Terms or LineageRole.Succession
        || predicate == Predicates.ReleasedBy || predicate == Predicates.CreatedBy || predicate == Predicates.LedBy
        || predicate == Predicates.MemberOf || predicate == Predicates.DistilledFrom || predicate == Predicates.TrainedOn;

    // Components are an open list; but one text encoder, or one filter, stands in the place of another.
    private static bool SamePart(Fact fact, ImmutableArray<string> words) =>
        fact.Claims.Any(claim => claim.Detail is { } detail && words.Any(word => word.Length > 4 && Stem.Holds(detail, word)));
}
