using ChatLineage.Answering.Checking.Assertions;
using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Queries;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Conflicts;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Checking.Judging;

/// <summary>Judges that two entities stand in a relation.</summary>
internal sealed class RelationJudge(EvaluationContext context)
{
    private readonly Kinship _kinship = new(context);
    private readonly Denials _denials = new(context);

    public Judgement Judge(RelationAssertion stated)
    {
        Judgement? first = null;
        foreach (var subject in stated.Subjects)
        {
            foreach (var target in stated.Objects.Where(each => each != subject))
            {
                var judged = Judge(stated, subject, target);
                if (judged.Verdict == StatementVerdict.Supported)
                    return stated.Negated ? judged.Turned() : judged;
                first ??= judged;
            }
        }

        var decided = first ?? Judgement.NotRecorded(null);
        // «X is not built on Y» is not proved by another base alone; the notes would have to deny it.
        return stated.Negated ? decided.Turned() : decided;
    }

    private Judgement Judge(RelationAssertion stated, Entity subject, Entity target)
    {
        if (OfOtherSize(stated, subject, target) is { } sized)
            return sized;
        if (Disagreement(stated, subject, target) is { } disagreed)
            return disagreed;
        return Direct(stated, subject, target)
            ?? Unbelieved(stated, subject, target)
            ?? _kinship.Judge(stated, subject, target)
            ?? _denials.Judge(stated, subject, target)
            ?? Judgement.NotRecorded(Nearest(stated, subject));
    }

    private Judgement? Direct(RelationAssertion stated, Entity subject, Entity target)
    {
        var fact = context.Facts.From(subject, stated.Predicates).FirstOrDefault(each => each.Object == target);
        if (fact is null)
            return null;
        var judged = Judgement.Of(StatementVerdict.Supported, fact.Line.Text, fact.Line);
        var others = context.Facts.From(subject, stated.Predicates).Where(each => each.Object != target
            && each.Predicate.Role == LineageRole.Derivation && fact.Predicate.Role == LineageRole.Derivation
            && IsPeer(each.Object, target)).ToList();
        if (others.Count == 0 || stated.Size is not null)
            return judged;
        return Judgement.Of(StatementVerdict.Supported,
            $"{fact.Line.Text} In part: the notes also record {Listing.Of([.. others.Select(each => each.Object.Name)])} as a base.",
            others.Select(each => each.Line).Prepend(fact.Line)).Partly();
    }

    // A base and the base's base are both recorded as bases; neither makes the other a part.
    private bool IsPeer(Entity other, Entity target) =>
        context.Knowledge.Graph.ShortestPath(other, target) is null && context.Knowledge.Graph.ShortestPath(target, other) is null;

    // «the 14B size of X is built on Y» where the notes give each size its own base.
    private Judgement? OfOtherSize(RelationAssertion stated, Entity subject, Entity target)
    {
        if (stated.Size is not { } size)
            return null;
        var facts = context.Facts.From(subject, stated.Predicates).Where(fact => fact.Claims.Any(claim => HasSize(claim, size))).ToList();
        if (facts.Count == 0)
            return null;
        return facts.Find(fact => fact.Object == target) is { } same
            ? Judgement.Of(StatementVerdict.Supported, same.Line.Text, same.Line)
            : Judgement.Of(StatementVerdict.Contradicted, string.Join(' ', facts.Select(fact => fact.Line.Text)),
                facts.Select(fact => fact.Line));
    }

    private static bool HasSize(Claim claim, string size) =>
        claim.Detail is { } detail && Understanding.Words.Tokenizer.Key(detail) is var key && detail.Split(' ', ',', ';', '(', ')', '/')
            .Any(word => word.Equals(size, StringComparison.OrdinalIgnoreCase)) && key.Length > 0;

    private Judgement? Disagreement(RelationAssertion stated, Entity subject, Entity target)
    {
        foreach (var conflict in context.Knowledge.ConflictsAbout(subject)
            .Where(each => !each.IsAboutDate && stated.Predicates.Contains(each.Predicate)))
        {
            if (ConflictSides.Judge(conflict, side => IsNamed(side, target), context) is not { } judged)
                continue;
            // A side that a standing claim repeats is no longer the weaker one.
            if (judged.Verdict != StatementVerdict.Contradicted || Direct(stated, subject, target) is null)
                return judged;
        }

        return null;
    }

    private static bool IsNamed(ConflictSide side, Entity entity) =>
        side.Value == entity.Id || side.Value.Equals(entity.Name, StringComparison.OrdinalIgnoreCase)
            || entity.Aliases.Contains(side.Value, StringComparer.OrdinalIgnoreCase);

    // Recorded, but not believed.
    private Judgement? Unbelieved(RelationAssertion stated, Entity subject, Entity target)
    {
        var claim = context.Knowledge.ClaimsFrom(subject).FirstOrDefault(each => !each.Stands && each.Object == target
            && stated.Predicates.Contains(each.Predicate));
        if (claim is null)
            return null;
        var held = context.Facts.From(subject, stated.Predicates).Take(1).ToList();
        var line = ClaimWording.Line(claim);
        return Judgement.Of(StatementVerdict.Contradicted, string.Join(' ', held.Select(fact => fact.Line.Text)
            .Append($"The other claim is not believed: {claim.Disputed}.")), held.Select(fact => fact.Line).Append(line));
    }

    private EvidenceLine? Nearest(RelationAssertion stated, Entity subject) =>
        context.Facts.From(subject, stated.Predicates) is [var fact, ..] ? fact.Line : Abstain.Nearest(subject, context);
}
