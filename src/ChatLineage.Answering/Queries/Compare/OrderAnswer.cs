using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Queries.Facts;

namespace ChatLineage.Answering.Queries.Compare;

/// <summary>Says which of several came first.</summary>
internal static class OrderAnswer
{
    public static QueryResult Evaluate(CompareQuery query, EvaluationContext context)
    {
        var datings = query.Entities.Select(entity => Dating.Of(entity, context)).ToList();
        var missing = datings.FindIndex(dating => dating is null);
        if (missing >= 0)
            return Abstain.NotRecorded($"when {query.Entities[missing].Name} came out", datings.Find(dating => dating is not null)?.Line,
                [.. query.Entities]);
        var first = datings[0]!;
        var second = datings[1]!;
        var decided = first.Date.IsBefore(second.Date) || second.Date.IsBefore(first.Date);
        var ordered = datings.OfType<Dating>().OrderBy(dating => dating.Date).ToList();
        var lead = !decided ? "The recorded dates don't decide it: " : Lead(query, first, second);
        var told = query.Entities.Length == 2 ? (query.YesNo ? [first, second] : ordered) : ordered;
        var list = string.Join("; ", told.Select(Told)) + ".";
        return new QueryResult
        {
            Statements = [new Statement(lead + list, [.. ordered.Select(dating => dating.Line)])],
            Expected = new Expectation(query.YesNo && !query.BeforeOrAfter && decided ? first.Date.IsBefore(second.Date) != query.Reverse
                : null, [[ordered[0].Entity.Name]]),
            Conflicts = [.. ordered.SelectMany(dating => dating.Conflicts)],
            Named = [.. query.Entities],
        };
    }

    private static string Lead(CompareQuery query, Dating first, Dating second)
    {
        var before = first.Date.IsBefore(second.Date);
        if (query.Entities.Length > 2)
            return "";
        if (query.BeforeOrAfter)
            return before ? "Before: " : "After: ";
        if (query.YesNo)
            return before != query.Reverse ? "Yes. " : "No. ";
        var wanted = before == query.Reverse ? second : first;
        return query.Reverse ? $"{wanted.Entity.Name} is the newer one: " : $"{wanted.Entity.Name} came first: ";
    }

    private static string Told(Dating dating) => Dating.Told(dating.Entity, dating.Date);
}
