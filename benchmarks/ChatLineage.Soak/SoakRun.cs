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
    private const int LostShown = 10;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Asks everything, waits for the answers, and reports.</summary>
    /// <returns>True when no question was lost and none doubled.</returns>
    public static async Task<bool> RunAsync(IReadOnlyList<ISoakedService> services, CancellationToken cancellationToken)
    {
        var knowledge = KnowledgeStore.Open("knowledge").Current;
        var file = Path.Combine(Path.GetTempPath(), $"chatlineage-soak-{Environment.ProcessId}.db");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using (var store = await ChatDatabase.OpenAsync(file, () => knowledge, cancellationToken))
        {
            // Limits of people and channels are tested elsewhere; here nobody is turned down.
            var options = new ChatOptions { Parallel = 16, MaxWaiting = 10_000, Limits = new RateLimitOptions { PerPerson = 10_000, PerChannel = 100_000 } };
            var dispatcher = new Dispatcher(new InstantAnswerer(knowledge), store, options, TimeProvider.System, NullLogger<Dispatcher>.Instance);
            var serving = dispatcher.RunAsync([.. services.Select(service => service.Platform)], stop.Token);
            var started = Stopwatch.GetTimestamp();
            var asking = services.Select(service => service.AskAllAsync(stop.Token)).ToArray();
            var done = Task.WhenAll(services.Select(service => service.Ledger.Done));
            await WatchAsync(services, done, stop.Token);
            var took = Stopwatch.GetElapsedTime(started);
            await stop.CancelAsync();
            await Task.WhenAny(serving);
            await Task.WhenAny(Task.WhenAll(asking));
            Report(services, started, took);
        }

        foreach (var service in services)
            await service.DisposeAsync();
        foreach (var part in Directory.GetFiles(Path.GetDirectoryName(file)!, Path.GetFileName(file) + "*"))
            File.Delete(part);
        return services.All(service => service.Ledger.Doubled == 0 && !service.Ledger.Lost.Any());
    }

    /// <summary>Notes the memory each time a tenth is answered, and gives up when nothing is answered for long.</summary>
    private static async Task WatchAsync(IReadOnlyList<ISoakedService> services, Task done, CancellationToken cancellationToken)
    {
        var total = services.Sum(service => service.Ledger.Count);
        var (next, last, progress) = (total / Samples, 0, Stopwatch.GetTimestamp());
        while (!done.IsCompleted && !cancellationToken.IsCancellationRequested)
        {
            // Cancelled, it ends the watch as well: what there is by then is reported.
            await Task.WhenAny(done, Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken));
            var answered = services.Sum(service => service.Ledger.Answers);
            if (answered >= next)
            {
                Console.WriteLine($"{answered,9:N0} answered, {GC.GetTotalMemory(forceFullCollection: true) / 1e6:N0} MB held, {Environment.WorkingSet / 1e6:N0} MB in the process");
                next += total / Samples;
            }

            if (answered > last)
                (last, progress) = (answered, Stopwatch.GetTimestamp());
            else if (Stopwatch.GetElapsedTime(progress) > Patience)
                return;
        }
    }

    private static void Report(IReadOnlyList<ISoakedService> services, long started, TimeSpan took)
    {
        foreach (var service in services)
        {
            var (ledger, lost) = (service.Ledger, service.Ledger.Lost.ToList());
            Console.WriteLine($"{service.Platform.Name}: {ledger.Answers:N0} of {ledger.Count:N0} questions in {took.TotalSeconds:N0} s, {ledger.Answers / took.TotalSeconds:N0} a second");
            Console.WriteLine($"  lost {lost.Count}, doubled {ledger.Doubled}");
            if (ledger.Acknowledgement(1) > TimeSpan.Zero)
                Console.WriteLine($"  acknowledged p50 {ledger.Acknowledgement(0.5).TotalMilliseconds:N1} ms, p99 {ledger.Acknowledgement(0.99).TotalMilliseconds:N0} ms");
            Console.WriteLine($"  first response p50 {ledger.FirstResponse(0.5).TotalMilliseconds:N0} ms, p99 {ledger.FirstResponse(0.99).TotalMilliseconds:N0} ms");
            Console.WriteLine($"  faults: {string.Join(", ", service.Faults.Counts.Select(fault => $"{fault.Count} × {fault.Name}"))}");
            Console.WriteLine($"  {service.Connections}".TrimEnd());
            foreach (var question in lost.Take(LostShown))
                Console.WriteLine($"  lost: {DescribeLost(service, question, started)}");
        }

        using var process = Process.GetCurrentProcess();
        Console.WriteLine($"peak memory of the process, services included: {process.PeakWorkingSet64 / 1e6:N0} MB");
    }

    private static string DescribeLost(ISoakedService service, int question, long started)
    {
        var asked = service.Ledger.AskedAt(question);
        if (asked == 0)
            return $"question {question}, never asked";
        var when = $"question {question}, asked {Stopwatch.GetElapsedTime(started, asked).TotalSeconds:N1} s after the start";
        var nearest = service.Faults.Nearest(asked) is var (name, after) ? $"nearest fault {name} {after.TotalMilliseconds:N0} ms after" : "no fault";
        return $"{when}, {service.Ledger.Describe(question)}; {service.Describe(question)}; {nearest}";
    }
}
