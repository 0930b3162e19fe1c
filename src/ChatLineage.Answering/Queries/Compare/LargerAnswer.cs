using System.Collections.Immutable;
using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Queries.Attribute;
using ChatLineage.Answering.Queries.Facts;

namespace ChatLineage.Answering.Queries.Compare;

/// <summary>Says which of several is bigger, by the largest member of each.</summary>
internal static class LargerAnswer
{
    public static QueryResult Evaluate(CompareQuery query, EvaluationContext context)
    {
        var missing = query.Entities.FirstOrDefault(entity => SizeAnswer.Line(entity) is null || SizeAnswer.Largest(entity.Size) is null);
        if (missing is not null)
            return Abstain.NotRecorded($"how big {missing.Name} is", query.Entities.Select(SizeAnswer.Line)
                .FirstOrDefault(line => line is not null), [.. query.Entities]);
        var ordered = query.Entities.OrderByDescending(entity => SizeAnswer.Largest(entity.Size)).ToList();
        var wanted = query.Reverse ? ordered[^1] : ordered[0];
        var same = SizeAnswer.Largest(ordered[0].Size) == SizeAnswer.Largest(ordered[1].Size);
        var holds = ordered[0] == query.Entities[0] != query.Reverse;
        var lead = same ? "They are of one size: " : $"{wanted.Name} is {(query.Reverse ? "smaller" : "bigger")}: ";
        // Images and pairs are told side by side: a number of one is no more than a number of the other.
        if (ordered.Select(entity => Unit(entity.Size!)).Distinct().Count() > 1)
            lead = "";
        else if (query.YesNo && !same)
            lead = (holds ? "Yes. " : "No. ") + lead;
        var list = Listing.Of([.. ordered.Select(entity => $"{entity.Name} has {entity.Size}")]);
        return new QueryResult
        {
            Statements = [new Statement(lead + list + ".", [.. ordered.Select(entity => SizeAnswer.Line(entity)!)])],
            Expected = new Expectation(query.YesNo && !same && lead.Length > 0 ? holds : null, [[wanted.Name], .. ordered.Select(entity => ImmutableArray.Create(entity.Size!))]),
            Named = [.. query.Entities],
        };
    }

    // «400M pairs» is counted in pairs; «13B» and «2.7B» are not told in words.
    private static string Unit(string size) => size.Split(' ')[^1] is { Length: > 2 } unit && unit.All(char.IsLetter) && unit != "active" ? unit : "";
}
