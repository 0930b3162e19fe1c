using System.Runtime.CompilerServices;

namespace ChatLineage.Cli.Doctor;

/// <summary>Runs probes one after another: a later one may build on what an earlier one has found.</summary>
internal sealed class Examination(IReadOnlyList<IProbe> probes, TimeProvider time)
{
    /// <summary>How long one probe may take.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(20);

    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async IAsyncEnumerable<ProbeReport> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var probe in probes)
            yield return new ProbeReport(probe.Name, await RunAsync(probe, cancellationToken));
    }

    private async Task<ProbeResult> RunAsync(IProbe probe, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(TimeLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await probe.RunAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ProbeResult.Failed($"There was no answer within {TimeLimit.TotalSeconds} seconds.", "Check the network, a proxy or firewall, and try again.");
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            return ProbeResult.Failed(broken.Message, "Correct what the message names, and run this again.");
        }
    }
}
