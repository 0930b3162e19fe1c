using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Knowledge;

namespace ChatLineage.Answering.Queries.Compare;

/// <summary>Says how much time lies between two releases: in days where both days are recorded, else in months or years.</summary>
internal static class IntervalAnswer
{
    private const int DaysShown = 90;
    private const double DaysOfMonth = 30.44;

    public static QueryResult Evaluate(CompareQuery query, EvaluationContext context)
    {
        var datings = query.Entities.Take(2).Select(entity => Dating.Of(entity, context)).ToList();
        var missing = datings.FindIndex(dating => dating is null);
        if (missing >= 0)
            return Abstain.NotRecorded($"when {query.Entities[missing].Name} came out", datings.Find(dating => dating is not null)?.Line,
                [.. query.Entities]);
        var ordered = datings.OfType<Dating>().OrderBy(dating => dating.Date).ToList();
        var between = Between(ordered[0].Date, ordered[1].Date);
        var told = string.Join("; ", ordered.Select(dating => Dating.Told(dating.Entity, dating.Date)));
        return new QueryResult
        {
            Statements = [Statement.WorkedOut("", $"{between}: {told}.", ordered[0].Line, ordered[1].Line)],
            Expected = new Expectation(null, [[between]]),
            Conflicts = [.. ordered.SelectMany(dating => dating.Conflicts)],
            Named = [.. query.Entities],
        };
    }

    private static string Between(PartialDate first, PartialDate second)
    {
        if (first.Day is not null && second.Day is not null)
        {
            var days = second.Earliest.DayNumber - first.Earliest.DayNumber;
            return days == 0 ? "The same day" : days <= DaysShown ? Listing.Counted(days, "day")
                : $"About {Listing.Counted((int)Math.Round(days / DaysOfMonth), "month")} ({days} days)";
        }

        if (first.Month is { } from && second.Month is { } to)
        {
            var months = ((second.Year - first.Year) * 12) + to - from;
            return months == 0 ? "Less than a month" : $"About {Listing.Counted(months, "month")}";
        }

        return second.Year == first.Year ? "The same year" : $"About {Listing.Counted(second.Year - first.Year, "year")}";
    }
}
