using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Queries.Facts;

namespace ChatLineage.Answering.Queries.Happenings;

/// <summary>Words what an event meant for one party.</summary>
internal static class HappeningWording
{
    /// <summary>«Stability AI: two interim co-CEOs appointed.»; the whole claim where it has no detail.</summary>
    public static Statement Part(Fact fact) =>
        Statement.Of(fact.Best.Detail is { } detail ? $"{fact.Object.Name}: {detail}." : fact.Line.Text, fact.Line);
}
