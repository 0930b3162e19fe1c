using System.Globalization;
using System.Text;
using ChatLineage.LocalModel.Chat;
using ChatLineage.LocalModel.Generation;
using ChatLineage.LocalModel.Runtime;

namespace ChatLineage.LocalModel.Measuring;

/// <summary>Measures a language model through the scheduler: prompts, writing, and the time to the first token.</summary>
public static class ModelBenchmark
{
    private const int Rounds = 3;
    private const int DecodeTokens = 64;
    private const int ShortPrompt = 8;
    private const int SharedTokens = 600;
    private const int OwnTokens = 30;
    private const int PrefillTokens = 512;
    private static readonly int[] Conversations = [1, 2, 4, 8];

    /// <summary>Loads the model and measures it; takes some ten seconds for a small model, minutes for a large one.</summary>
    /// <param name="options">The model and how it runs. Context and conversations are raised to what the measurements need.</param>
    /// <param name="progress">Hears what is being measured; null for nobody.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The measurements.</returns>
    /// <exception cref="ModelLoadException">The model cannot be loaded.</exception>
    public static async Task<BenchmarkReport> RunAsync(LocalModelOptions options, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        await using var host = new LocalModelHost(Enlarged(options));
        progress?.Report("loading the model");
        var report = await host.LoadAsync(cancellationToken);
        var bench = new Bench(await host.GetEngineAsync(cancellationToken), cancellationToken);
        progress?.Report("warming up");
        await bench.DecodeAsync(Conversations[^1]);
        progress?.Report("prompts");
        var prefill = await bench.PrefillAsync();
        var rates = new List<DecodeRate>();
        foreach (var count in Conversations)
        {
            progress?.Report(string.Create(CultureInfo.InvariantCulture, $"writing, {count} at once"));
            rates.Add(new DecodeRate(count, await Bench.MedianAsync(() => bench.DecodeAsync(count))));
        }

        progress?.Report("first token");
        var (cold, warm) = await bench.FirstTokenAsync();
        return new BenchmarkReport(
            report, bench.Fit(PrefillTokens), prefill, rates, bench.Fit(SharedTokens + OwnTokens), bench.Fit(SharedTokens + OwnTokens) - OwnTokens, cold, warm);
    }

    private static LocalModelOptions Enlarged(LocalModelOptions options) => new()
    {
        ModelPath = options.ModelPath,
        ContextTokens = Math.Max(options.ContextTokens, 2048),
        BatchTokens = options.BatchTokens,
        Conversations = Math.Max(options.Conversations, Conversations[^1]),
        PinnedPrefixes = options.PinnedPrefixes,
        IdleCacheMegabytes = options.IdleCacheMegabytes,
        QueueLimit = Math.Max(options.QueueLimit, Conversations[^1]),
        Threads = options.Threads,
        GpuLayers = options.GpuLayers,
        MainGpu = options.MainGpu,
        LibraryPath = options.LibraryPath,
    };

    private sealed class Bench(ChatEngine engine, CancellationToken cancellationToken)
    {
        private int _prompts;

        /// <summary>The length itself, or what the model's context leaves of it.</summary>
        public int Fit(int length) => Math.Min(length, engine.ContextTokens - DecodeTokens);

        public async Task<double> PrefillAsync() => await MedianAsync(async () =>
        {
            var summary = await RunAsync(NewPrompt(Fit(PrefillTokens)), 1);
            return summary.PromptTokens / (summary.FirstTokenTime - summary.QueueTime).TotalSeconds;
        });

        /// <summary>Tokens a second of several texts at once. The first token of each belongs to its prompt.</summary>
        public async Task<double> DecodeAsync(int conversations)
        {
            var running = Enumerable.Range(0, conversations).Select(_ => RunAsync(NewPrompt(ShortPrompt), DecodeTokens)).ToArray();
            var summaries = await Task.WhenAll(running);
            return conversations * (DecodeTokens - 1) / summaries.Max(summary => (summary.Duration - summary.FirstTokenTime).TotalSeconds);
        }

        public async Task<(TimeSpan Cold, TimeSpan Warm)> FirstTokenAsync()
        {
            var length = Fit(SharedTokens + OwnTokens);
            List<TimeSpan> cold = [], warm = [];
            for (var round = 0; round < Rounds; round++)
            {
                var shared = NewPrompt(length - OwnTokens);
                cold.Add((await RunAsync([.. shared, .. NewPrompt(OwnTokens)], 1)).FirstTokenTime);
                warm.Add((await RunAsync([.. shared, .. NewPrompt(OwnTokens)], 1)).FirstTokenTime);
            }

            return (cold.Order().ElementAt(Rounds / 2), warm.Order().ElementAt(Rounds / 2));
        }

        public static async Task<double> MedianAsync(Func<Task<double>> measure)
        {
            var values = new List<double>();
            for (var round = 0; round < Rounds; round++)
            {
                values.Add(await measure());
            }

            return values.Order().ElementAt(Rounds / 2);
        }

        private async Task<GenerationSummary> RunAsync(int[] prompt, int most)
        {
            var request = new GenerationRequest(prompt, SamplingSettings.Greedy, most, cancellationToken) { IgnoresEnd = true };
            await engine.Scheduler.SubmitAsync(request, cancellationToken);
            await foreach (var _ in request.Text.ReadAllAsync(cancellationToken))
            {
            }

            return request.Summary!;
        }

        // Each begins with a number of its own, so that nothing of it is in the cache.
        private int[] NewPrompt(int length)
        {
            var number = ++_prompts;
            var text = new StringBuilder();
            for (var i = 0; text.Length < length * 8; i++)
            {
                text.Append(CultureInfo.InvariantCulture, $"{number * 7919} models were released in the year {1000 + i} by maker {i * number}, most of them built on others. ");
            }

            return engine.Model.Tokenize(text.ToString(), addSpecial: false)[..length];
        }
    }
}
