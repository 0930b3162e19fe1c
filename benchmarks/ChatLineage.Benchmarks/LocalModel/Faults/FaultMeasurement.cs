using System.Diagnostics;
using System.Globalization;
using ChatLineage.LocalModel;
using ChatLineage.LocalModel.Chat;
using ChatLineage.LocalModel.Native;
using ChatLineage.LocalModel.Prompts;
using ChatLineage.LocalModel.Scheduling;
using ChatLineage.LocalModel.Telemetry;

namespace ChatLineage.Benchmarks.LocalModel.Faults;

/// <summary>
/// Mixed load on the shipped writer with a cache that is too small and steps that fail: every request must end in a result or a clear
/// error, the cache must be right afterwards, and memory must stay flat. <c>model-faults [minutes]</c> runs 1,000 requests and then on
/// until the minutes are over.
/// </summary>
internal static class FaultMeasurement
{
    private const int Requests = 1_000;
    private const int Callers = 12;
    private const int WarmUp = 300;
    private const int ReportEvery = 250;
    private const int Sequences = 6;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static async Task RunAsync(TimeSpan atLeast, CancellationToken cancellationToken)
    {
        var path = ModelFolder.FindWriter() ?? throw new FileNotFoundException("The writer is not in 'models'.");
        var runtime = LlamaSharpRuntime.Get(null, preferGpu: false);
        var plan = new FaultPlan(seed: 1);
        var fails = false;
        var model = new FaultyModel(runtime.Load(path, 0, 0, cancellationToken), () => Volatile.Read(ref fails) ? plan.Next() : Fault.None);
        var faults = 0;
        var scheduler =
            new SchedulerThread(model, new(1024, 256, Sequences, 2), new CachePlan(2, 64 << 20), 8, TimeProvider.System, _ => faults++);
        await using var engine =
            new ChatEngine(model, new PromptRenderer(model), scheduler, new GenerationMetrics(), TimeProvider.System, 1024, 64);
        using var client = new LocalChatClient(_ => Task.FromResult(engine), path);
        var reference = await ReferenceTexts.TakeAsync(client, cancellationToken);
        Volatile.Write(ref fails, true);
        var tally = new Tally();
        var load = new Load(client, tally, atLeast);
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => load.RunAsync(caller, cancellationToken)));
        Volatile.Write(ref fails, false);
        Console.WriteLine($"{tally.Total} requests in {load.Elapsed.TotalMinutes:0.0} minutes; {tally}");
        Console.WriteLine($"steps: {plan}; exceptions that reached the thread: {faults}");
        Console.WriteLine(
            $"resident memory: {load.MemoryAfterWarmUp} MB after {WarmUp} requests, at most {load.MostMemory} MB, {Load.Memory()} MB at "
                + "the end");
        Console.WriteLine(await reference.CompareAsync(client, cancellationToken));
    }

    private sealed class Load(LocalChatClient client, Tally tally, TimeSpan atLeast)
    {
        private readonly long _started = Stopwatch.GetTimestamp();
        private int _next;

        public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_started);

        public long MemoryAfterWarmUp { get; private set; }

        public long MostMemory { get; private set; }

        public static long Memory()
        {
            using var process = Process.GetCurrentProcess();
            return process.WorkingSet64 / 1_048_576;
        }

        public async Task RunAsync(int caller, CancellationToken cancellationToken)
        {
            var random = new Random(1000 + caller);
            while (true)
            {
                var number = Interlocked.Increment(ref _next);
                if (number > Requests && Elapsed >= atLeast)
                    return;
                tally.Count(await EndAsync(MixedRequest.Create(random), cancellationToken));
                Watch(number);
            }
        }

        private void Watch(int number)
        {
            var memory = Memory();
            lock (tally)
            {
                if (number >= WarmUp)
                {
                    MemoryAfterWarmUp = MemoryAfterWarmUp == 0 ? memory : MemoryAfterWarmUp;
                    MostMemory = Math.Max(MostMemory, memory);
                }
            }

            if (number % ReportEvery == 0)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{Elapsed.TotalMinutes:0.0} min: {number} requests, {memory} MB; {tally}"));
        }

        private async Task<string> EndAsync(MixedRequest request, CancellationToken cancellationToken)
        {
            using var caller = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            caller.CancelAfter(request.CancelAfter ?? Longest);
            try
            {
                var response = await client.GetResponseAsync(request.Messages, request.Options, caller.Token);
                return request.Refused ? "WRONG: not refused" : response.FinishReason is null ? "WRONG: no finish reason" : "result";
            }
            catch (OperationCanceledException) when (request.CancelAfter is not null)
            {
                return "cancelled";
            }
            catch (OperationCanceledException)
            {
                return string.Create(CultureInfo.InvariantCulture, $"WRONG: {request.Kind}: no end within {Longest.TotalMinutes} minutes");
            }
            catch (Exception refusal) when (request.Refused && refusal is GenerationException or ArgumentException)
            {
                return "refused with a reason";
            }
            catch (GenerationException given)
            {
                return given.Message.Contains("cache is full", StringComparison.Ordinal)
                    ? "given up: full cache" : "given up: runtime failed";
            }
            catch (InvalidOperationException injected) when (injected.Message == "An injected fault.")
            {
                return "given up: injected exception";
            }
            catch (Exception other)
            {
                return $"WRONG: {request.Kind} {other.GetType().Name} {other.Message}";
            }
        }
    }
}
