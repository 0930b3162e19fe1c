using ChatLineage.Answering.Evidence;
using ChatLineage.Knowledge.Claims;

namespace ChatLineage.Answering.Queries.Licensing;

/// <summary>Confirms a licence that something was under and has left: «was Dolma under ImpACT».</summary>
internal static class PastLicenceAnswer
{
    /// <summary>The confirmation and what holds now; null where no ended claim names the licence.</summary>
    public static QueryResult? Of(LicenceQuery query, EvaluationContext context)
    {
        var ended = context.Knowledge.ClaimsFrom(query.Entity).FirstOrDefault(claim => claim.Stands && claim.Until is not null
            && claim.Predicate == Predicates.LicensedUnder && claim.Object == query.Claimed);
        if (ended is null)
            return null;
        var now = context.Facts.From(query.Entity, Predicates.LicensedUnder).FirstOrDefault(fact => fact.Object != ended.Object);
        var line = Told(ended);
        return new QueryResult
        {
            Statements = [Statement.Of("Yes. " + line.Text, line), .. now is null ? Array.Empty<Statement>()
                : [Statement.Of(now.Line.Text, now.Line)]],
            Expected = new Expectation(true, []),
            Conflicts = [.. context.Knowledge.ConflictsAbout(query.Entity)
                .Where(conflict => conflict.Predicate == Predicates.LicensedUnder)],
            Named = [query.Entity, ended.Object],
        };
    }

    private static EvidenceLine Told(Claim claim)
    {
        var since = claim.On is { } on ? $"from {on.ToWords()} " : "";
        return ClaimWording.Line(claim) with
        {
            Text = ClaimWording.Short(claim).Replace(" is licensed ", " was licensed ", StringComparison.Ordinal).TrimEnd('.')
                + $" {since}until {claim.Until!.Value.ToWords()}.",
        };
    }
}
