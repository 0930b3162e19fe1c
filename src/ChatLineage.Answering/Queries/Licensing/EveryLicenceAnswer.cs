using System.Collections.Immutable;
using ChatLineage.Answering.Evidence;
using ChatLineage.Knowledge.Claims;

namespace ChatLineage.Answering.Queries.Licensing;

/// <summary>Tells every licence that is recorded: of code and of weights, of now and of earlier times, in order of their dates.</summary>
internal static class EveryLicenceAnswer
{
    private const int Most = 5;

    public static QueryResult Evaluate(LicenceQuery query, EvaluationContext context)
    {
        var claims = context.Knowledge.ClaimsFrom(query.Entity)
            .Where(claim => claim.Stands && claim.Predicate == Predicates.LicensedUnder)
            .GroupBy(claim => (claim.Object, claim.On))
            .Select(same => ClaimWording.Best([.. same]))
            .OrderBy(claim => claim.On is null).ThenBy(claim => claim.On)
            .ToImmutableArray();
        // Where a licence is told with its date, the same licence without one says nothing more.
        claims = [.. claims.Where(claim => claim.On is not null || claim.Detail is not null
            || !claims.Any(other => other.Object == claim.Object && other.On is not null))];
        if (claims.IsEmpty)
            return LicenceAnswer.Evaluate(query with { Every = false }, context);
        var told = claims.Take(Most).Select(Told).ToArray();
        var changed = claims.Select(claim => claim.Object).Distinct().Count() > 1;
        if (query.AsksWhetherAlways)
            told[0] = told[0] with { Text = (changed ? "No. " : "As far as the notes go, yes. ") + told[0].Text };
        return new QueryResult
        {
            Statements = [.. told],
            Expected = new Expectation(query.AsksWhetherAlways ? !changed : null, [.. claims.Take(2)
                .Select(claim => ImmutableArray.CreateRange(claim.Object.Aliases.Prepend(claim.Object.Name)))]),
            Conflicts = [.. context.Knowledge.ConflictsAbout(query.Entity)
                .Where(conflict => conflict.Predicate == Predicates.LicensedUnder)],
            Named = [query.Entity, .. claims.Select(claim => claim.Object)],
        };
    }

    private static Statement Told(Claim claim)
    {
        var line = ClaimWording.Line(claim);
        // A month or a year is that of the report; only a day is that of the change.
        var text = claim.On is { Day: not null } date ? $"{date.ToWords()}: {line.Text}" : line.Text;
        return Statement.Of(text, line with { Text = text });
    }
}
