namespace ChatLineage.Discord.Protocol.Gateway;

/// <summary>
/// Keeps a connection below 120 sends in 60 s; above, Discord closes it with 4008 (events/gateway.mdx, "Rate Limiting"). Some places are
/// kept for heartbeats, without which the connection would be closed as well.
/// </summary>
/// <remarks>Used by one caller at a time.</remarks>
internal sealed class SendLimit(TimeProvider time)
{
    public const int Sends = 120;
    public const int ForHeartbeats = 10;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    private readonly Queue<long> _sent = new();

    /// <summary>Waits until one more may be sent, and counts it.</summary>
    public async ValueTask WaitAsync(bool heartbeat, CancellationToken cancellationToken)
    {
        while (true)
        {
            while (_sent.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= Window)
                _sent.Dequeue();
            var places = heartbeat ? Sends : Sends - ForHeartbeats;
            if (_sent.Count < places)
            {
                _sent.Enqueue(time.GetTimestamp());
                return;
            }

            await Task.Delay(Window - time.GetElapsedTime(_sent.Peek()), time, cancellationToken);
        }
    }
}
