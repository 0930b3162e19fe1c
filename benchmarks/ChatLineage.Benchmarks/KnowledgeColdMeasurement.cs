using ChatLineage.Knowledge.Lint;
using ChatLineage.Retrieval;

namespace ChatLineage.Benchmarks;

/// <summary>Reads, links, lints and indexes all notes as the first thing that a process does, then again when all code is
/// compiled.</summary>
internal static class KnowledgeColdMeasurement
{
    public static Task RunAsync(CancellationToken cancellationToken)
    {
        for (var round = 0; round < 5; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var stint = new Stint();
            var report = KnowledgeLint.Check("knowledge");
            var checkedAfter = stint.ToString();
            var retriever = new HybridRetriever(report.Knowledge);
            retriever.Prepare();
            Console.WriteLine(
                $"{(round == 0 ? "cold" : "warm")}: {report.Knowledge.Entities.Length} notes, {report.Knowledge.Claims.Length} claims, "
                + $"{report.Findings.Length} findings: {checkedAfter}; with the text index {stint}");
        }

        return Task.CompletedTask;
    }
}
