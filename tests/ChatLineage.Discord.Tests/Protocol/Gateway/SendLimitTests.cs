using ChatLineage.Chat.Transport;
using ChatLineage.Discord.Protocol.Gateway;
using ChatLineage.Testing;

namespace ChatLineage.Discord.Tests.Protocol.Gateway;

public sealed class SendLimitTests
{
    private readonly SteppedTime _time = new();

    [Fact]
    public async Task Wait_keeps_places_for_heartbeats_and_opens_after_a_minute()
    {
        var limit = new SendLimit(_time);
        for (var sent = 0; sent < SendLimit.Sends - SendLimit.ForHeartbeats; sent++)
            await limit.WaitAsync(heartbeat: false, CancellationToken.None);

        Assert.True(limit.WaitAsync(heartbeat: true, CancellationToken.None).AsTask().IsCompletedSuccessfully);
        var next = limit.WaitAsync(heartbeat: false, CancellationToken.None).AsTask();
        Assert.False(next.IsCompleted);
        await _time.StepAsync(TimeSpan.FromSeconds(60));

        await next.WaitAsync(Patience.Limit);
    }

    [Fact]
    public async Task Send_longer_than_4096_bytes_is_refused_here()
    {
        using var sender = new GatewaySender(new UnusedConnection(), _time);
        var identify = new IdentifyData(new string('x', GatewaySender.MaxBytes), Intents.None, new ConnectionProperties("a", "b", "c"), [0, 1]);

        await Assert.ThrowsAsync<InvalidOperationException>(() => sender.IdentifyAsync(identify, CancellationToken.None).AsTask());
    }

    private sealed class UnusedConnection : IWebSocketConnection
    {
        public int? CloseCode => null;

        public ValueTask<System.Net.WebSockets.ValueWebSocketReceiveResult> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("Nothing is received.");

        public ValueTask SendAsync(ReadOnlyMemory<byte> text, CancellationToken cancellationToken) => throw new InvalidOperationException("Nothing is sent.");

        public ValueTask CloseAsync(int code, CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
