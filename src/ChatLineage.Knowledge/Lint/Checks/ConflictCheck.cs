using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Notes;
using ChatLineage.Knowledge.Yaml;

namespace ChatLineage.Knowledge.Lint.Checks;

/// <summary>Claims that contradict each other have a conflict, and conflicts are about claims that stand in the note.</summary>
internal static class ConflictCheck
{
    public static void Run(LintContext lint)
    {
        foreach (var (note, entity) in lint.Notes)
        {
            ReleaseDates(lint, note);
            var told = new HashSet<(object, string?, string, string)>();
            foreach (var conflict in note.Conflicts)
            {
                if (!told.Add((conflict.Predicate.Value, conflict.Aspect, conflict.First, conflict.Second)))
                {
                    lint.Report(
                        Rules.RepeatedClaim, note.Path, conflict.Predicate.At,
                        $"the conflict about '{conflict.Predicate.Value}' between '{conflict.First}' and '{conflict.Second}' stands above",
                        "keep one of the two and give its sides the sources of both");
                }

                Side(lint, note, entity, conflict, conflict.First, conflict.FirstAt);
                Side(lint, note, entity, conflict, conflict.Second, conflict.SecondAt);
            }
        }
    }

    private static void ReleaseDates(LintContext lint, Note note)
    {
        if (note.Conflicts.Any(conflict => conflict.Predicate.Value == Predicates.ReleasedBy && conflict.IsAboutDate))
            return;
        var dated = note.Claims
            .Where(claim => claim.Predicate.Value == Predicates.ReleasedBy && claim.Disputed is null && claim.On is not null).ToList();
        for (var i = 1; i < dated.Count; i++)
        {
            var other = dated.Take(i).FirstOrDefault(earlier => !earlier.On!.Value.Agrees(dated[i].On!.Value));
            if (other is null)
                continue;
            lint.Report(
                Rules.Contradiction, note.Path, dated[i].Predicate.At,
                $"{note.Id.Value} was released {dated[i].On!.Value.ToPhrase()} here and {other.On!.Value.ToPhrase()} in line "
                    + $"{other.Predicate.At.Line}",
                "add a conflict with 'about: released_by' and 'aspect: date', or mark the weaker claim with 'disputed: <why>'");
            return;
        }
    }

    // An article may say «a version of» where another says «built on»: predicates of the same role tell the same side.
    // Sides in words («about 45 organisations») cannot be looked up; dates and ids can.
    private static void Side(LintContext lint, Note note, Entity entity, NoteConflict conflict, string value, Position at)
    {
        var claims = note.Claims.Where(claim => claim.Predicate.Value == conflict.Predicate.Value).ToList();
        if (conflict.IsAboutDate && PartialDate.TryParse(value, out var date))
        {
            if (conflict.Predicate.Value == Predicates.ReleasedBy && entity.Released != date && !claims.Exists(claim => claim.On == date))
                lint.Report(Rules.ConflictWithoutClaims, note.Path, at, $"no 'released_by' claim is dated {value}",
                    $"add the claim with 'on: {value}' and the side's sources, and 'disputed: <why>' if it does not hold", value);
        }
        else if (conflict.Aspect is null && lint.Knowledge.FindEntity(value) is { } named
            && !note.Claims.Any(claim => claim.Predicate.Value.Role == conflict.Predicate.Value.Role && claim.Object.Value == named.Id))
        {
            lint.Report(Rules.ConflictWithoutClaims, note.Path, at, $"no claim says '{conflict.Predicate.Value}: {value}'",
                "add the claim with the side's sources, and 'disputed: <why>' if it does not hold", value);
        }
    }
}
