using System.Diagnostics;
using System.Globalization;
using ChatLineage.LocalModel;
using ChatLineage.LocalModel.Chat;
using ChatLineage.LocalModel.Measuring;

namespace ChatLineage.Benchmarks.LocalModel.Comparison;

/// <summary>The scheduler beside a bare loop and beside LLamaSharp's executors: same model file, same natives, same threads, in
/// turns.</summary>
internal static class ComparisonMeasurement
{
    private const int Context = 4096;
    private const int Batch = 512;
    private const int Repeats = 5;
    private const int Tokens = 32;
    private static readonly int[] Conversations = [1, 2, 4, 8];

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        var path = ModelFolder.FindWriter() ?? throw new FileNotFoundException("The writer is not in 'models'.");
        var threads = Environment.ProcessorCount;
        await StallMeasurement.RunAsync(path, threads, cancellationToken);
        await using var host =
            new LocalModelHost(new LocalModelOptions
            {
                ModelPath = path,
                ContextTokens = Context,
                BatchTokens = Batch,
                Conversations = 8,
                Threads = threads
            });
        Console.WriteLine(await host.LoadAsync(cancellationToken));
        var engine = await host.GetEngineAsync(cancellationToken);
        var ours = new GenerationProbe(engine, cancellationToken);
        using (var bare = new BareLoop(path, Context, Batch, 10, threads))
        {
            await AgainstBareAsync(ours, bare);
            await AllocationsAsync(ours, bare);
        }

        using var executors = new LlamaSharpExecutors(path, Context, Batch, threads);
        using var node = await NodePeer.StartAsync(path, Context, Batch, Conversations[^1], threads, cancellationToken);
        await AgainstPeersAsync(engine, ours, executors, node, cancellationToken);
    }

    private static async Task AgainstBareAsync(GenerationProbe ours, BareLoop bare)
    {
        await ours.DecodeAsync(8);
        bare.Decode(Prompts(ours, 8, 8), 63);
        var prefill = new Rounds("ours", "bare");
        var (cold, warm) = (new Rounds("ours", "bare"), new Rounds("ours", "bare"));
        var decode = Conversations.ToDictionary(count => count, _ => new Rounds("ours", "bare"));
        var share = new List<double>();
        for (var round = 0; round < Repeats; round++)
        {
            prefill.Add(await ours.PrefillAsync(512), bare.Prefill(ours.NewPrompt(512)));
            foreach (var count in Conversations)
                decode[count].Add(await ours.DecodeAsync(count), bare.Decode(Prompts(ours, count, 8), 63));
            var mine = await ours.FirstTokenAsync(600, 30);
            var other = bare.FirstToken(ours.NewPrompt(600), ours.NewPrompt(30), ours.NewPrompt(30));
            cold.Add(mine.Cold.TotalMilliseconds, other.Cold.TotalMilliseconds);
            warm.Add(mine.Warm.TotalMilliseconds, other.Warm.TotalMilliseconds);
            share.Add(mine.Warm / mine.Cold);
        }

        Console.WriteLine(prefill.Line("prompt of 512", "tok/s"));
        foreach (var (count, rounds) in decode)
            Console.WriteLine(rounds.Line($"decode, {count} at once", "tok/s"));
        Console.WriteLine(cold.Line("first token of 630, cold", "ms"));
        Console.WriteLine(warm.Line("first token of 630, 600 shared", "ms"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"warm as a share of cold: {Rounds.Median(share):P0}"));
    }

    private static async Task AllocationsAsync(GenerationProbe ours, BareLoop bare)
    {
        foreach (var count in new[] { 1, 8 })
        {
            // What earlier texts left in the cache is moved out of it here, and does not count.
            await ours.DecodeAsync(count);
            var before = GC.GetTotalAllocatedBytes(precise: true);
            await ours.DecodeAsync(count);
            var mine = GC.GetTotalAllocatedBytes(precise: true) - before;
            var prompts = Prompts(ours, count, 8);
            before = GC.GetTotalAllocatedBytes(precise: true);
            bare.Decode(prompts, 63);
            var other = GC.GetTotalAllocatedBytes(precise: true) - before;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"allocated a token, {count} at once: ours {mine / (count * 64):N0} bytes, bare {other / (count * 63):N0}"));
        }
    }

    private static async Task AgainstPeersAsync(
        ChatEngine engine, GenerationProbe ours, LlamaSharpExecutors executors, NodePeer? node, CancellationToken cancellationToken)
    {
        string[] contestants = ["ours", "StatelessExecutor", "BatchedExecutor", .. node is null
            ? Array.Empty<string>() : ["node-llama-cpp"]];
        foreach (var count in new[] { 1, 4, 8 })
        {
            var (first, rate) = (new Rounds(contestants), new Rounds(contestants));
            for (var round = 0; round < Repeats; round++)
            {
                // A system prompt that all share, as in a chat bot; the peers read it anew each time, which is how they are used.
                var system = ours.NewPrompt(100);
                await ours.RunAsync(system, 1);
                var prompts = Enumerable.Range(0, count).Select(_ => (int[])[.. system, .. ours.NewPrompt(30)]).ToArray();
                var texts = prompts.Select(prompt => TextOf(engine, prompt)).ToArray();
                List<PeerRun> runs =
                [
                    await OursAsync(ours, prompts),
                    await executors.StatelessAsync(texts, Tokens, cancellationToken),
                    await executors.BatchedAsync(texts, Tokens, cancellationToken),
                ];
                if (node is not null)
                    runs.Add(await node.RunAsync(prompts, Tokens, cancellationToken));
                first.Add([.. runs.Select(run => run.FirstToken.TotalMilliseconds)]);
                rate.Add([.. runs.Select(run => run.Rate)]);
            }

            Console.WriteLine(first.Line($"{count} at once, prompts of 130 with 100 shared, first token", "ms"));
            Console.WriteLine(rate.Line($"{count} at once, {Tokens} tokens each, prompts included", "tok/s"));
        }
    }

    private static async Task<PeerRun> OursAsync(GenerationProbe ours, int[][] prompts)
    {
        var began = Stopwatch.GetTimestamp();
        var summaries = await Task.WhenAll(prompts.Select(prompt => ours.RunAsync(prompt, Tokens)));
        return new PeerRun(TimeSpan.FromSeconds(summaries.Average(summary => summary.FirstTokenTime.TotalSeconds)),
            Stopwatch.GetElapsedTime(began), prompts.Length * Tokens);
    }

    private static int[][] Prompts(GenerationProbe ours, int count, int length) =>
        [.. Enumerable.Range(0, count).Select(_ => ours.NewPrompt(length))];

    private static string TextOf(ChatEngine engine, int[] tokens)
    {
        var bytes = new byte[256];
        var text = new List<byte>();
        foreach (var token in tokens)
            text.AddRange(bytes.AsSpan(0, engine.Model.CopyText(token, bytes)));
        return System.Text.Encoding.UTF8.GetString([.. text]);
    }
}
