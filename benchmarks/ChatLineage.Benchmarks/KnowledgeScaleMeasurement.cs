using System.Diagnostics;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Lint;

namespace ChatLineage.Benchmarks;

/// <summary>50,000 made-up notes with about 200,000 claims: load, memory, the widest impact, one edited note, the lint.</summary>
internal static class KnowledgeScaleMeasurement
{
    private const int Notes = 50_000;
    private const int Rounds = 100;

    public static Task RunAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("chatlineage-scale-").FullName;
        try
        {
            SyntheticNotes.Write(folder, Notes);
            var stint = new Stint();
            var store = KnowledgeStore.Open(folder);
            var load = stint.ToString();
            Console.WriteLine(
                $"load: {store.Current.Entities.Length} notes, {store.Current.Claims.Length} claims, {store.Findings.Length} findings: "
                    + $"{load}");
            Console.WriteLine(
                $"memory: {GC.GetTotalMemory(forceFullCollection: true) / 1_000_000} MB held, "
                    + $"{Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000} MB at most in the process");
            cancellationToken.ThrowIfCancellationRequested();
            Impact(store.Current);
            Edit(store, folder, "models/model-40000.md", "an edited note");
            Edit(store, folder, "models/model-0.md",
                $"an edited note that {store.Current.ClaimsTo(store.Current.FindEntity("model-0")!).Length} claims name");
            Add(store, folder);
            stint = new Stint();
            var report = KnowledgeLint.Check(folder);
            Console.WriteLine($"read, link and lint anew: {stint}, {report.Findings.Length} findings");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return Task.CompletedTask;
    }

    private static void Impact(KnowledgeBase knowledge)
    {
        var stint = new Stint();
        knowledge.Graph.Impact(knowledge.FindEntity("model-0")!);
        Console.WriteLine($"first impact of a snapshot: {stint}");
        foreach (var id in new[] { "model-0", "model-1", "model-10", "model-100", "data-7", "org-7" })
        {
            var entity = knowledge.FindEntity(id)!;
            var reached = knowledge.Graph.Impact(entity).Length;
            Console.WriteLine($"impact of {id}, which reaches {reached}: {Shares(() => knowledge.Graph.Impact(entity))}");
        }

        Entity last = knowledge.FindEntity("model-47000")!;
        Console.WriteLine($"roots of model-47000: {Shares(() => knowledge.Graph.Roots(last))}");
    }

    private static void Add(KnowledgeStore store, string folder)
    {
        File.WriteAllText(Path.Combine(folder, "models/added.md"), "---\nid: added\nname: Added\nkind: model\n---\n");
        var stint = new Stint();
        store.Refresh(["models/added.md"]);
        Console.WriteLine($"an added note, with everything linked anew: {stint}");
    }

    private static void Edit(KnowledgeStore store, string folder, string path, string what)
    {
        var file = Path.Combine(folder, path);
        var text = File.ReadAllText(file);
        var round = 0;
        var times = Shares(() =>
        {
            File.WriteAllText(file, text.Replace("name: Name", $"name: New {round++}", StringComparison.Ordinal));
            if (!store.Refresh([path]).Findings.IsEmpty)
                throw new InvalidOperationException("The edited note has findings.");
        });
        Console.WriteLine($"{what}, written, read and swapped in: {times}");
    }

    private static string Shares(Action run)
    {
        var times = new List<double>(Rounds);
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            run();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        return $"{times[0]:0.000} / {times[Rounds / 2]:0.000} / {times[Rounds * 95 / 100]:0.000} ms (fastest, half, 95 of 100)";
    }
}
