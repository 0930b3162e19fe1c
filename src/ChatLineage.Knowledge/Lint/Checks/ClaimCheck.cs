using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Notes;

namespace ChatLineage.Knowledge.Lint.Checks;

/// <summary>Each claim by itself: two different entities, an object of a fitting kind, told once.</summary>
internal static class ClaimCheck
{
    public static void Run(LintContext lint)
    {
        foreach (var (note, entity) in lint.Notes)
        {
            var told = new HashSet<(object, string, string?, PartialDate?, PartialDate?, string?)>();
            foreach (var claim in note.Claims)
            {
                Check(lint, note, entity, claim);
                if (!told.Add((claim.Predicate.Value, claim.Object.Value, claim.Detail, claim.On, claim.Until, claim.Disputed)))
                    lint.Report(Rules.RepeatedClaim, note.Path, claim.Predicate.At,
                        $"'{claim.Predicate.Value}: {claim.Object.Value}' stands above with the same detail and date",
                        "keep one of the two and give it the sources of both");
            }
        }
    }

    private static void Check(LintContext lint, Note note, Entity subject, NoteClaim claim)
    {
        if (lint.Knowledge.FindEntity(claim.Object.Value) is not { } target)
            return;
        var predicate = claim.Predicate.Value;
        if (target == subject)
            lint.Report(Rules.SelfReference, note.Path, claim.Object.At, $"'{predicate}: {target.Id}' relates {target.Id} to itself",
                "correct the id", target.Id);
        // What a source wrongly says may name the wrong kind of thing; the dispute tells so.
        else if (claim.Disputed is null && !predicate.Takes(target.Kind))
            lint.Report(Rules.KindMismatch, note.Path, claim.Object.At,
                $"'{predicate}' takes {string.Join(" or ", predicate.ObjectKinds.Select(kind => kind.Plural()))}, and {target.Id} is "
                    + $"{Article(target.Kind)}", "correct the id, or use another predicate", target.Id);
    }

    private static string Article(EntityKind kind) => (kind is EntityKind.Event or EntityKind.Organisation ? "an " : "a ") + kind.Word();
}
