using System.Diagnostics;
using ChatLineage.Chat;
using ChatLineage.Chat.Dispatch;
using ChatLineage.Chat.Limits;
using ChatLineage.Chat.Storage.Database;
using ChatLineage.Knowledge;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatLineage.Soak;

/// <summary>Runs services in one process over the real chat core and its database, and says what came of it.</summary>
internal static class SoakRun
{
    private const int Samples = 10;

    /// <summary>How long nothing may be answered before the rest counts as lost.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>The same for what is open when the run is stopped: whoever pressed Ctrl-C waits.</summary>
    private static readonly TimeSpan PatienceWhenStopped = TimeSpan.FromSeconds(10);

    /// <summary>Asks everything, waits for the answers, and reports.</summary>
    /// <param name="services">The services.</param>
    /// <param name="cancellationToken">Asks no more; what is asked already is answered, and the report says that it is of a part.</param>
    public static async Task<SoakOutcome> RunAsync(IReadOnlyList<ISoakedService> services, CancellationToken cancellationToken)
    {
        var file = Path.Combine(Path.GetTempPath(), $"chatlineage-soak-{Environment.ProcessId}.db");
        try
        {
            return await RunAsync(services, file, cancellationToken);
        }
        finally
        {
            foreach (var service in services)
                await service.DisposeAsync();
            foreach (var part in Directory.GetFiles(Path.GetDirectoryName(file)!, Path.GetFileName(file) + "*"))
                File.Delete(part);
        }
    }

    private static async Task<SoakOutcome> RunAsync(IReadOnlyList<ISoakedService> services, string file, CancellationToken cancellationToken)
    {
        var knowledge = KnowledgeStore.Open("knowledge").Current;
        using var ended = new CancellationTokenSource();
        using var asked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var store = await ChatDatabase.OpenAsync(file, () => knowledge, ended.Token);

        // Limits of people and channels are tested elsewhere; here nobody is turned down.
        var options = new ChatOptions
        {
            Parallel = 16,
            MaxWaiting = 10_000,
            Limits = new RateLimitOptions { PerPerson = 10_000, PerChannel = 100_000 },
        };
        var dispatcher = new Dispatcher(new InstantAnswerer(knowledge), store, options, TimeProvider.System, NullLogger<Dispatcher>.Instance);
        var serving = dispatcher.RunAsync([.. services.Select(service => service.Platform)], ended.Token);
        var started = Stopwatch.GetTimestamp();
        var asking = Task.WhenAll(services.Select(service => service.AskAllAsync(asked.Token)));
        await WatchAsync(services, asking, cancellationToken);
        var took = Stopwatch.GetElapsedTime(started);
        await asked.CancelAsync();
        await asking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await ended.CancelAsync();
        await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (asking.IsFaulted)
            await asking;
        return SoakReport.Write(services, started, took, stopped: cancellationToken.IsCancellationRequested);
    }

    /// <summary>Notes the memory each time a tenth is answered. Ends when everything that was asked has its answer, or nothing is answered for long.</summary>
    private static async Task WatchAsync(IReadOnlyList<ISoakedService> services, Task asking, CancellationToken stopped)
    {
        var total = services.Sum(service => service.Ledger.Count);
        var (next, last, progress) = (total / Samples, 0, Stopwatch.GetTimestamp());
        while (!asking.IsCompleted || services.Any(service => service.Ledger.Open > 0))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), CancellationToken.None);
            var answered = services.Sum(service => service.Ledger.Answers);
            if (answered >= next)
            {
                SoakReport.WriteMemory(answered);
                next += total / Samples;
            }

            if (answered > last)
                (last, progress) = (answered, Stopwatch.GetTimestamp());
            else if (Stopwatch.GetElapsedTime(progress) > (stopped.IsCancellationRequested ? PatienceWhenStopped : Patience))
                return;
        }
    }
}
