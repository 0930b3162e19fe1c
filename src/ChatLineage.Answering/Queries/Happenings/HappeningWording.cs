using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Queries.Facts;

namespace ChatLineage.Answering.Queries.Happenings;

/// <summary>Words what an event meant for one party.</summary>
internal static class HappeningWording
{
    /// <summary>«AMD acquires Silo AI: 665 million dollars in cash.»; the whole claim where it has no detail.</summary>
    public static Statement Whole(Fact fact)
    {
        if (fact.Best.Detail is not { } detail)
            return Statement.Of(fact.Line.Text, fact.Line);
        var text = $"{fact.Subject.Name}: {detail}{(Speaks(fact, detail) ? "" : $" ({fact.Object.Name})")}.";
        return Statement.Of(text, fact.Line with { Text = text });
    }

    private static bool Speaks(Fact fact, string detail) => fact.Subject.Name.Contains(fact.Object.Name, StringComparison.OrdinalIgnoreCase)
        || detail.Contains(fact.Object.Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>«Stability AI: two interim co-CEOs appointed.»; the whole claim where it has no detail.</summary>
    public static Statement Part(Fact fact) =>
        Statement.Of(fact.Best.Detail is { } detail ? $"{fact.Object.Name}: {detail}." : fact.Line.Text, fact.Line);
}
