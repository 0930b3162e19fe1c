using System.Collections.Concurrent;
using System.Diagnostics;
using ChatLineage.Knowledge.Tests.Fuzzing;

namespace ChatLineage.Benchmarks;

/// <summary>The long version of the readers' fuzz test: a million broken files, each read, linked and linted.</summary>
internal static class KnowledgeFuzzMeasurement
{
    private const int Blocks = 1_000;
    private const int InputsOfBlock = 1_000;
    private const int FirstSeed = 10_000;
    private const int MostShown = 5;

    private static readonly string[] Paths = ["models/x.md", "models/x.md", "models/x.md", "sources/p.yaml", "assessments/t.yaml"];

    private sealed record Outcome(string Path, string Text, double Milliseconds, string? Problem);

    public static Task RunAsync(CancellationToken cancellationToken)
    {
        var stint = new Stint();
        var notable = new ConcurrentBag<Outcome>();
        Parallel.For(0, Blocks, new ParallelOptions { CancellationToken = cancellationToken }, block => Run(block, notable));
        var problems = notable.Where(outcome => outcome.Problem is not null).ToList();
        Console.WriteLine($"{Blocks * InputsOfBlock:N0} inputs in {stint}: {problems.Count} problems");
        foreach (var outcome in problems.Take(MostShown))
            Console.WriteLine($"{outcome.Path}: {outcome.Problem}\n--- input ---\n{outcome.Text}\n--- end ---");

        // A slow input may only have been interrupted; timed again alone, it tells.
        var slowest = notable.Where(outcome => outcome.Problem is null)
            .MaxBy(outcome => Enumerable.Range(0, 5).Min(_ => Try(outcome.Path, outcome.Text).Milliseconds));
        if (slowest is not null)
            Console.WriteLine(
                $"slowest, timed again: {Enumerable.Range(0, 5).Min(_ => Try(slowest.Path, slowest.Text).Milliseconds):0.0} ms for "
                    + $"{slowest.Text.Length} characters");
        return Task.CompletedTask;
    }

    private static void Run(int block, ConcurrentBag<Outcome> notable)
    {
        var path = Paths[block % Paths.Length];
        var mutator =
            new TextMutator(FirstSeed + block, path.EndsWith(".md", StringComparison.Ordinal) ? ReaderFuzz.Notes : ReaderFuzz.Sources);
        Outcome? slowest = null;
        for (var i = 0; i < InputsOfBlock; i++)
        {
            var outcome = Try(path, mutator.Next());
            if (outcome.Problem is not null)
                notable.Add(outcome);
            else if (slowest is null || outcome.Milliseconds > slowest.Milliseconds)
                slowest = outcome;
        }

        if (slowest is not null)
            notable.Add(slowest);
    }

    private static Outcome Try(string path, string text)
    {
        var started = Stopwatch.GetTimestamp();
        var problem = ReaderFuzz.Try(path, text);
        return new Outcome(path, text, Stopwatch.GetElapsedTime(started).TotalMilliseconds, problem);
    }
}
