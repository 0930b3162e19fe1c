using System.Diagnostics;

namespace ChatLineage.Soak;

/// <summary>Says what came of a run.</summary>
internal static class SoakReport
{
    private const int LostShown = 10;

    /// <summary>How much memory there is in use at some point of a run.</summary>
    /// <param name="answered">How many questions are answered by then.</param>
    public static void WriteMemory(int answered)
    {
        var held = GC.GetTotalMemory(forceFullCollection: true) / 1e6;
        Console.WriteLine($"{answered,9:N0} answered, {held:N0} MB held, {Environment.WorkingSet / 1e6:N0} MB in the process");
    }

    /// <summary>Writes it.</summary>
    /// <param name="services">The services.</param>
    /// <param name="started">When the first question was asked.</param>
    /// <param name="took">How long it took.</param>
    /// <param name="stopped">True when somebody stopped the run.</param>
    public static SoakOutcome Write(IReadOnlyList<ISoakedService> services, long started, TimeSpan took, bool stopped)
    {
        var isPart = services.Any(service => service.Ledger.Asked < service.Ledger.Count);
        if (isPart)
            Console.WriteLine($"A PART OF THE RUN ONLY: {(stopped ? "it was stopped" : "nothing was answered any more")} before every question was asked.");
        foreach (var service in services)
            Write(service, started, took);
        using var process = Process.GetCurrentProcess();
        Console.WriteLine($"peak memory of the process, services included: {process.PeakWorkingSet64 / 1e6:N0} MB");
        return services.Any(service => service.Ledger.Doubled > 0 || service.Ledger.Open > 0) ? SoakOutcome.Faulty
            : isPart ? SoakOutcome.Partial
            : SoakOutcome.Whole;
    }

    private static void Write(ISoakedService service, long started, TimeSpan took)
    {
        var (ledger, lost) = (service.Ledger, service.Ledger.Lost.ToList());
        var asked = ledger.Asked < ledger.Count ? $"{ledger.Asked:N0} asked of {ledger.Count:N0}" : $"{ledger.Count:N0}";
        Console.WriteLine(
            $"{service.Platform.Name}: {ledger.Answers:N0} of {asked} questions in {took.TotalSeconds:N0} s, {ledger.Answers / took.TotalSeconds:N0} a second");
        Console.WriteLine($"  lost {lost.Count}, doubled {ledger.Doubled}");
        if (ledger.Acknowledgement(1) > TimeSpan.Zero)
            Console.WriteLine($"  acknowledged {Shares(ledger.Acknowledgement)}");
        Console.WriteLine($"  first response {Shares(ledger.FirstResponse)}");
        Console.WriteLine($"  faults: {string.Join(", ", service.Faults.Counts.Select(fault => $"{fault.Count} × {fault.Name}").DefaultIfEmpty("none"))}");
        if (service.Connections.Length > 0)
            Console.WriteLine($"  {service.Connections}");
        foreach (var question in lost.Take(LostShown))
            Console.WriteLine($"  lost: {DescribeLost(service, question, started)}");
    }

    private static string Shares(Func<double, TimeSpan> share) =>
        $"p50 {share(0.5).TotalMilliseconds:N1} ms, p99 {share(0.99).TotalMilliseconds:N0} ms";

    private static string DescribeLost(ISoakedService service, int question, long started)
    {
        var asked = service.Ledger.AskedAt(question);
        var when = $"question {question}, asked {Stopwatch.GetElapsedTime(started, asked).TotalSeconds:N1} s after the start";
        var nearest = service.Faults.Nearest(asked) is var (name, after) ? $"nearest fault {name} {after.TotalMilliseconds:N0} ms after" : "no fault";
        return $"{when}, {service.Ledger.Describe(question)}; {service.Describe(question)}; {nearest}";
    }
}
