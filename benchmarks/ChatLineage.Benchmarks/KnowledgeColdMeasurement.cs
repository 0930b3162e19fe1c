using ChatLineage.Knowledge.Lint;

namespace ChatLineage.Benchmarks;

/// <summary>Reads, links and lints all notes as the first thing that a process does, then again when all code is compiled.</summary>
internal static class KnowledgeColdMeasurement
{
    public static Task RunAsync(CancellationToken cancellationToken)
    {
        for (var round = 0; round < 5; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var stint = new Stint();
            var report = KnowledgeLint.Check("knowledge");
            Console.WriteLine($"{(round == 0 ? "cold" : "warm")}: {report.Knowledge.Entities.Length} notes, {report.Knowledge.Claims.Length} claims, {report.Findings.Length} findings: {stint}");
        }

        return Task.CompletedTask;
    }
}
