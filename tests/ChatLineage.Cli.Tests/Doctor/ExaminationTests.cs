using ChatLineage.Cli.Doctor;
using ChatLineage.Testing;

namespace ChatLineage.Cli.Tests.Doctor;

public sealed class ExaminationTests
{
    private readonly SteppedTime _time = new();

    [Fact]
    public async Task Run_several_probes_reports_each_in_order()
    {
        var reports = await RunAsync(
            new ScriptedProbe("first", _ => Task.FromResult(ProbeResult.Ok("Fine."))),
            new ScriptedProbe("second", _ => Task.FromResult(ProbeResult.Warning("So so.", "Mend it."))));

        Assert.Equal(["first", "second"], reports.Select(report => report.Name));
        Assert.Equal([ProbeStatus.Ok, ProbeStatus.Warning], reports.Select(report => report.Result.Status));
    }

    [Fact]
    public async Task Run_probe_that_throws_is_a_failure_and_the_next_runs()
    {
        var reports = await RunAsync(
            new ScriptedProbe("broken", _ => throw new InvalidOperationException("It broke.")),
            new ScriptedProbe("next", _ => Task.FromResult(ProbeResult.Ok("Fine."))));

        Assert.Equal((ProbeStatus.Failed, "It broke."), (reports[0].Result.Status, reports[0].Result.Message));
        Assert.NotNull(reports[0].Result.Fix);
        Assert.Equal(ProbeStatus.Ok, reports[1].Result.Status);
    }

    [Fact]
    public async Task Run_probe_that_never_ends_is_given_up()
    {
        var running = RunAsync(new ScriptedProbe("stuck", async cancellationToken =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, _time, cancellationToken);
            return ProbeResult.Ok("Never.");
        }));
        await _time.StepAsync(Examination.TimeLimit);

        var report = Assert.Single(await running.WaitAsync(Patience.Limit));
        Assert.Equal(ProbeStatus.Failed, report.Result.Status);
        Assert.Contains("20 seconds", report.Result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_cancelled_ends()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var examination = new Examination([new ScriptedProbe("any", token => Task.FromCanceled<ProbeResult>(token))], _time);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in examination.RunAsync(stop.Token))
            {
            }
        });
    }

    private async Task<List<ProbeReport>> RunAsync(params IProbe[] probes)
    {
        var reports = new List<ProbeReport>();
        await foreach (var report in new Examination(probes, _time).RunAsync(CancellationToken.None))
            reports.Add(report);
        return reports;
    }
}
