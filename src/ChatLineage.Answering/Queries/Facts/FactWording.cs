using ChatLineage.Answering.Evidence;

namespace ChatLineage.Answering.Queries.Facts;

/// <summary>Words facts of one subject and predicate as one sentence.</summary>
internal static class FactWording
{
    /// <summary>«Koala was trained on A, B and C.»; a single fact with its detail and date.</summary>
    /// <param name="facts">Facts of one subject and one predicate: at least one.</param>
    public static Statement Together(IReadOnlyList<Fact> facts) => facts.Count > Listing.Most
        ? Statement.WorkedOut("", Text(facts), [.. facts.Take(Listing.Most).Select(fact => fact.Line)])
        : new Statement(Text(facts), [.. facts.Select(fact => fact.Line)]);

    private static string Text(IReadOnlyList<Fact> facts)
    {
        if (facts.Count == 1)
            return facts[0].Line.Text;
        var last = facts[0].Object.Name + ".";
        return ClaimWording.Short(facts[0].Best).Replace(last, Listing.Of([.. facts.Select(fact => fact.Object.Name)]) + ".",
            StringComparison.Ordinal);
    }
}
