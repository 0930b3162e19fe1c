using ChatLineage.Answering.Checking.Assertions;
using ChatLineage.Answering.Queries;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Checking.Judging;

/// <summary>Supports what the notes record in other words: along the lineage, through families, and by neighbouring relations.</summary>
internal sealed class Kinship(EvaluationContext context)
{
    private static readonly Predicate[] Provenance = [.. Predicates.All.Where(predicate => predicate.Role == LineageRole.Provenance)];
    private static readonly string[] Leads = ["head", "director", "chief", "ceo", "president", "chair", "lead", "founder"];
    private static readonly Predicate[] Substance = [.. Predicates.All.Where(predicate => predicate.Role is LineageRole.Derivation
        or LineageRole.Ingredient)];

    public Judgement? Judge(RelationAssertion stated, Entity subject, Entity target)
    {
        var named = stated.Predicates[0];
        if (named.Role is LineageRole.Derivation or LineageRole.Ingredient)
            return Path(stated, subject, target) ?? Between(subject, target, Substance) ?? Family(stated, subject, target, Substance);
        if (named == Predicates.ReleasedBy || named == Predicates.CreatedBy)
            return Maker(stated, subject, target);
        if (named == Predicates.LedBy || named == Predicates.MemberOf)
            return Belongs(stated, subject, target);
        if (named == Predicates.AlternativeTo || named == Predicates.Reimplements)
            return Between(subject, target, [Predicates.AlternativeTo, Predicates.Reimplements]);
        return named == Predicates.LicensedUnder || named == Predicates.SuccessorOf
            ? Family(stated, subject, target, [.. stated.Predicates]) : null;
    }

    private Judgement? Path(RelationAssertion stated, Entity subject, Entity target) =>
        stated.Predicates.Any(predicate => predicate.Role == LineageRole.Derivation)
            && context.Knowledge.Graph.ShortestPath(subject, target) is { } path
            ? Judgement.Of(StatementVerdict.Supported, PathWording.Chain(path))
            : null;

    private Judgement? Between(Entity subject, Entity target, Predicate[] predicates) =>
        context.Facts.From(subject, predicates).FirstOrDefault(fact => fact.Object == target) is { } fact
            ? Judgement.Of(StatementVerdict.Supported, fact.Line.Text, fact.Line)
            : null;

    // A member of the family stands for it: «Vicuna» for «Vicuna 13B», and the other way round.
    private Judgement? Family(RelationAssertion stated, Entity subject, Entity target, Predicate[] predicates)
    {
        foreach (var fact in context.Facts.From(subject, predicates))
        {
            if (IsMember(fact.Object, target) || (fact.Object.Kind == EntityKind.Dataset && IsPart(target, fact.Object)))
                return Judgement.Of(StatementVerdict.Supported, fact.Line.Text, fact.Line).Partly();
        }

        foreach (var member in context.Facts.To(subject, Predicates.MemberOf).Select(each => each.Subject)
            .Where(each => each.Kind == subject.Kind))
        {
            if (context.Facts.From(member, [.. stated.Predicates]).FirstOrDefault(each => each.Object == target
                || IsMember(each.Object, target)) is { } fact)
                return Judgement.Of(StatementVerdict.Supported, fact.Line.Text, fact.Line).Partly();
        }

        return null;
    }

    private bool IsMember(Entity entity, Entity family) => context.Facts.From(entity, Predicates.MemberOf)
        .Any(fact => fact.Object == family);

    // Data that is part of other data, or was cut out of it.
    private bool IsPart(Entity part, Entity whole) => context.Facts.From(whole, Predicates.BuiltOn).Any(fact => fact.Object == part)
        || IsMember(part, whole);

    private Judgement? Maker(RelationAssertion stated, Entity subject, Entity target)
    {
        if (context.Facts.From(subject, Provenance).FirstOrDefault(fact => fact.Object == target) is { } other)
            return Judgement.Of(StatementVerdict.Supported, other.Line.Text, other.Line).Partly();
        foreach (var made in context.Facts.Makers(subject))
        {
            var link = context.Facts.From(made.Object, Provenance).FirstOrDefault(fact => fact.Object == target
                && fact.Predicate != Predicates.FundedBy)
                ?? context.Facts.From(target, Predicates.MemberOf, Predicates.LedBy, Predicates.CreatedBy)
                    .FirstOrDefault(fact => fact.Object == made.Object);
            if (link is not null)
                return Judgement.Of(StatementVerdict.Supported, $"{made.Line.Text} {link.Line.Text}", made.Line, link.Line).Partly();
        }

        return Family(stated, subject, target, [.. stated.Predicates]);
    }

    // A person and an organisation belong together by any post.
    private Judgement? Belongs(RelationAssertion stated, Entity subject, Entity target)
    {
        Predicate[] posts = [Predicates.LedBy, Predicates.MemberOf, Predicates.CreatedBy];
        var fact = context.Facts.From(subject, posts).FirstOrDefault(each => each.Object == target) ?? context.Facts.From(target, posts)
            .FirstOrDefault(each => each.Object == subject);
        // Whoever merely works there does not lead it.
        if (fact is null || (stated.Predicates[0] == Predicates.LedBy && fact.Predicate == Predicates.MemberOf
            && !fact.Claims.Any(claim => IsLead(claim.Detail))))
            return null;
        return Judgement.Of(StatementVerdict.Supported, fact.Line.Text, fact.Line);
    }

    private static bool IsLead(string? detail) =>
        detail is not null && Leads.Any(word => detail.Contains(word, StringComparison.OrdinalIgnoreCase));
}
