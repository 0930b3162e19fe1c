namespace ChatLineage.Discord.Protocol.Gateway;

/// <summary>Beats as long as a connection lives, and notices when nobody answers (events/gateway.mdx, "Sending Heartbeats").</summary>
/// <param name="sender">Where it beats.</param>
/// <param name="session">Whose last event is told.</param>
/// <param name="time">The clock.</param>
/// <param name="jitter">Gives a number from 0 to 1, so that many bots do not beat at once after an outage.</param>
internal sealed class Heartbeat(GatewaySender sender, GatewaySession session, TimeProvider time, Func<double> jitter)
{
    private volatile bool _acknowledged = true;

    /// <summary>The last beat was answered.</summary>
    public void Acknowledge() => _acknowledged = true;

    /// <summary>Beats once, because Discord asks for it.</summary>
    public ValueTask BeatAsync(CancellationToken cancellationToken) => sender.HeartbeatAsync(session.Sequence, cancellationToken);

    /// <summary>Beats until a beat is not answered before the next is due: then the connection is dead although it looks open.</summary>
    public async Task RunAsync(TimeSpan interval, CancellationToken cancellationToken)
    {
        await Task.Delay(interval * Math.Clamp(jitter(), 0, 1), time, cancellationToken);
        while (_acknowledged)
        {
            _acknowledged = false;
            await BeatAsync(cancellationToken);
            await Task.Delay(interval, time, cancellationToken);
        }
    }
}
