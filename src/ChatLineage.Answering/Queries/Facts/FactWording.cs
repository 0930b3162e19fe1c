using ChatLineage.Answering.Evidence;

namespace ChatLineage.Answering.Queries.Facts;

/// <summary>Words facts of one subject and predicate as one sentence.</summary>
internal static class FactWording
{
    // What each of a list is there for is told with it, as long as that reads as one sentence.
    private const int LongestDetailed = 240;

    /// <summary>«OLMo 2 was trained on A (first stage) and B (second stage).», without the details where that grows long.</summary>
    /// <param name="facts">Facts of one subject and one predicate: at least one.</param>
    public static Statement Together(IReadOnlyList<Fact> facts) => facts.Count > Listing.Most
        ? Statement.WorkedOut("", Text(facts), [.. facts.Take(Listing.Most).Select(fact => fact.Line)])
        : new Statement(Text(facts), [.. facts.Select(fact => fact.Line)]);

    private static string Text(IReadOnlyList<Fact> facts)
    {
        if (facts.Count == 1)
            return facts[0].Line.Text;
        var last = facts[0].Object.Name + ".";
        string Listed(Func<Fact, string> name) => ClaimWording.Short(facts[0].Best)
            .Replace(last, Listing.Of([.. facts.Select(name)]) + ".", StringComparison.Ordinal);
        var detailed = Listed(Detailed);
        return facts.Count <= Listing.Most && detailed.Length <= LongestDetailed ? detailed : Listed(fact => fact.Object.Name);
    }

    /// <summary>«Common Crawl (76 percent of the mix)».</summary>
    public static string Detailed(Fact fact) => fact.Best.Detail is { } detail ? $"{fact.Object.Name} ({detail})" : fact.Object.Name;
}
