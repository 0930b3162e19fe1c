using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Notes;

namespace ChatLineage.Knowledge.Lint.Checks;

/// <summary>A derivative is not dated before its base, unless the claim says why.</summary>
internal static class DateCheck
{
    public static void Run(LintContext lint)
    {
        foreach (var (note, entity) in lint.Notes)
        {
            // Claims that tell the same step with other sources need one acknowledgement, and get one finding.
            var acknowledged = note.Claims.Where(claim => claim.EarlierBecause is not null).Select(claim => claim.Object.Value)
                .ToHashSet(StringComparer.Ordinal);
            foreach (var claim in note.Claims)
                Check(lint, note, entity, claim, acknowledged);
        }
    }

    private static void Check(LintContext lint, Note note, Entity subject, NoteClaim claim, HashSet<string> acknowledged)
    {
        if (lint.Knowledge.FindEntity(claim.Object.Value) is not { } basis)
            return;
        var derives = claim.Predicate.Value.Role == LineageRole.Derivation && claim.Disputed is null;
        var isEarlier = derives && subject.Released is { } own && basis.Released is { } other && own.IsBefore(other);
        if (isEarlier && acknowledged.Add(basis.Id))
        {
            lint.Report(
                Rules.DateOrder, note.Path, claim.Object.At,
                $"{subject.Id} ({subject.Released}) is dated before {basis.Id} ({basis.Released}), which it derives from",
                "correct 'released' in one of the two notes, name the member of the family that is meant, or add 'earlier_because: <why>' "
                    + "to the claim",
                basis.Id);
        }
        else if (!isEarlier && claim.EarlierBecause is not null)
        {
            lint.Report(Rules.NeedlessAcknowledgement, note.Path, claim.Predicate.At,
                $"'earlier_because' is not needed: {subject.Id} is not dated before {basis.Id}", "remove 'earlier_because'");
        }
    }
}
