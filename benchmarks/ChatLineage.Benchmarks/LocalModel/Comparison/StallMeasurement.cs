using System.Diagnostics;
using System.Globalization;
using ChatLineage.Benchmarks.LocalModel.Faults;
using ChatLineage.LocalModel.Chat;
using ChatLineage.LocalModel.Measuring;
using ChatLineage.LocalModel.Native;
using ChatLineage.LocalModel.Prompts;
using ChatLineage.LocalModel.Scheduling;
using ChatLineage.LocalModel.Telemetry;

namespace ChatLineage.Benchmarks.LocalModel.Comparison;

/// <summary>
/// How long one who is being answered waits for the next token while another's prompt of 600 tokens is read: the time from one decode step
/// to the next, since each of them makes a token of the text that is being written.
/// </summary>
internal static class StallMeasurement
{
    private const int Repeats = 7;
    private const int Written = 120;
    private const int Before = 16;
    private const int Prompt = 600;

    public static async Task RunAsync(string path, int threads, CancellationToken cancellationToken)
    {
        var steps = new List<long>();
        var begun = new TaskCompletionSource();
        var model = new FaultyModel(LlamaSharpRuntime.Get(null, preferGpu: false).Load(path, 0, 0, cancellationToken), () =>
        {
            steps.Add(Stopwatch.GetTimestamp());
            if (steps.Count == Before)
                begun.TrySetResult();
            return Fault.None;
        });
        var scheduler = new SchedulerThread(model, new(4096, 512, 6, threads), new CachePlan(2, 256 << 20), 8, TimeProvider.System,
            problem => Console.Error.WriteLine(problem));
        await using var engine =
            new ChatEngine(model, new PromptRenderer(model), scheduler, new GenerationMetrics(), TimeProvider.System, 4096, 64);
        var probe = new GenerationProbe(engine, cancellationToken);
        await probe.DecodeAsync(4);
        var longest = new List<double>();
        var all = new List<double>();
        for (var round = 0; round < Repeats; round++)
        {
            steps.Clear();
            begun = new TaskCompletionSource();
            var writer = probe.RunAsync(probe.NewPrompt(16), Written);
            await begun.Task;
            await probe.RunAsync(probe.NewPrompt(Prompt), 1);
            await writer;
            var waits = steps.Skip(1).Zip(steps.Skip(2), (one, next) => Stopwatch.GetElapsedTime(one, next).TotalMilliseconds).ToList();
            longest.Add(waits.Max());
            all.AddRange(waits.Where(wait => wait > 50));
        }

        var ordered = all.Order().ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"wait for the next token while another's prompt of {Prompt} is read: longest of a round {Rounds.Median(longest):0} ms "
                + $"(median of {Repeats}; {string.Join(", ", longest.Select(wait => wait.ToString("0", CultureInfo.InvariantCulture)))}); "
                + $"median of the long steps {ordered[ordered.Count / 2]:0} ms, p95 {ordered[ordered.Count * 95 / 100]:0} ms"));
    }
}
