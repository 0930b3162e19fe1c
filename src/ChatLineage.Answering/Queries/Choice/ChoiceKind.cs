using System.Collections.Immutable;
using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Answering.Understanding.Names;
using ChatLineage.Answering.Understanding.Shape;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Choice;

/// <summary>Questions that name several things and ask for the one to which a relation leads.</summary>
internal sealed class ChoiceKind : QueryKind<ChoiceQuery>
{
    public override Reading? Read(QuestionShape shape, EvaluationContext context)
    {
        var choice = Choice(shape);
        if (choice.Length < 2 || shape.Mentions.Where(mention => !choice.Contains(mention)).ToList() is not [var other])
            return null;
        var relation = Relation.Of(shape).FirstOrDefault(each => each is { Subject: not null, Target: not null }
            && (each.Subject == other) != (each.Target == other));
        if (relation is null || shape.Terms[0].Word is "when" or "how" or "why")
            return null;
        var query = new ChoiceQuery([.. choice.Select(each => each.Others.Insert(0, each.Entity))], Near(relation.Predicates), other.Entity,
            Inverse: relation.Subject == other);
        return new Reading(query, 0.88, $"asks which of {choice.Length} «{relation.Hit.Words}» {other.Entity.Id}");
    }

    protected override QueryResult Evaluate(ChoiceQuery query, EvaluationContext context)
    {
        var facts = query.Candidates.Select(each => each.SelectMany(entity => Held(query, entity, context)).FirstOrDefault()).ToList();
        var held = facts.OfType<Fact>().ToList();
        var candidates = query.Candidates.Select(each => each[0]).ToImmutableArray();
        if (held.Count == 0)
            return Abstain.NotRecorded($"which of {Listing.Of([.. candidates.Select(entity => entity.Name)])} it is",
                Abstain.Nearest(query.Inverse ? query.Other : candidates[0], context), [.. candidates]);
        return new QueryResult
        {
            Statements = [.. held.Select(fact => Statement.Of(fact.Line.Text, fact.Line))],
            Expected = new Expectation(null, [[.. held.Select(fact => query.Inverse ? fact.Object.Name : fact.Subject.Name)]]),
            Named = [.. held.Select(fact => query.Inverse ? fact.Object : fact.Subject), query.Other],
        };
    }

    private static IEnumerable<Fact> Held(ChoiceQuery query, Entity candidate, EvaluationContext context)
    {
        var (from, to) = query.Inverse ? (query.Other, candidate) : (candidate, query.Other);
        return context.Facts.From(from, query.Predicates).Where(fact => fact.Object == to)
            .Concat(Members(from, query, context).SelectMany(member => context.Facts.From(member, query.Predicates))
                .Where(fact => fact.Object == to));
    }

    // «Falcon» stands for its sizes and versions as well.
    private static IEnumerable<Entity> Members(Entity family, ChoiceQuery query, EvaluationContext context) =>
        query.Inverse ? [] : context.Facts.To(family, Predicates.MemberOf).Select(fact => fact.Subject);

    // Mentions joined by «or», with commas before the last.
    private static ImmutableArray<Mention> Choice(QuestionShape shape)
    {
        for (var i = 1; i + 1 < shape.Terms.Length; i++)
        {
            if (shape.Terms[i].Word is not "or" || shape.Terms[i - 1].Mention is not { } left)
                continue;
            var next = i + 1;
            while (next + 1 < shape.Terms.Length && shape.Terms[next].Word is "the" or "by" or "on" or "from" or "is" or "was" or "it")
                next++;
            if (shape.Terms[next].Mention is not { } right)
                continue;
            var chosen = ImmutableArray.Create(left, right);
            return i > 1 && shape.Terms[i - 2].Mention is { } earlier ? chosen.Insert(0, earlier) : chosen;
        }

        return [];
    }

    private static ImmutableArray<Predicate> Near(ImmutableArray<Predicate> predicates)
    {
        if (predicates.Any(predicate => predicate.Role is LineageRole.Derivation or LineageRole.Ingredient))
            return [.. predicates.Concat(Predicates.All.Where(predicate =>
                predicate.Role is LineageRole.Derivation or LineageRole.Ingredient)).Distinct()];
        return predicates.Contains(Predicates.ReleasedBy) || predicates.Contains(Predicates.CreatedBy)
            ? [Predicates.ReleasedBy, Predicates.CreatedBy] : predicates;
    }
}
