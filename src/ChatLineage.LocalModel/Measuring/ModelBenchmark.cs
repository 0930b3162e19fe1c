using System.Globalization;

namespace ChatLineage.LocalModel.Measuring;

/// <summary>Measures a language model through the scheduler: prompts, writing, and the time to the first token.</summary>
public static class ModelBenchmark
{
    private const int Rounds = 3;
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
    public static async Task<BenchmarkReport> RunAsync(LocalModelOptions options, IProgress<string>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        await using var host = new LocalModelHost(Enlarged(options));
        progress?.Report("loading the model");
        var report = await host.LoadAsync(cancellationToken);
        var bench = new GenerationProbe(await host.GetEngineAsync(cancellationToken), cancellationToken);
        progress?.Report("warming up");
        await bench.DecodeAsync(Conversations[^1]);
        progress?.Report("prompts");
        var prefill = await MedianAsync(() => bench.PrefillAsync(PrefillTokens));
        var rates = new List<DecodeRate>();
        foreach (var count in Conversations)
        {
            progress?.Report(string.Create(CultureInfo.InvariantCulture, $"writing, {count} at once"));
            rates.Add(new DecodeRate(count, await MedianAsync(() => bench.DecodeAsync(count))));
        }

        progress?.Report("first token");
        List<TimeSpan> cold = [], warm = [];
        for (var round = 0; round < Rounds; round++)
        {
            var times = await bench.FirstTokenAsync(SharedTokens, OwnTokens);
            cold.Add(times.Cold);
            warm.Add(times.Warm);
        }

        var length = bench.Fit(SharedTokens + OwnTokens);
        return new BenchmarkReport(report, bench.Fit(PrefillTokens), prefill, rates, length, length - OwnTokens, Median(cold),
            Median(warm));
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

    private static async Task<double> MedianAsync(Func<Task<double>> measure)
    {
        var values = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            values.Add(await measure());
        }

        return Median(values);
    }

    private static T Median<T>(List<T> values) => values.Order().ElementAt(values.Count / 2);
}
