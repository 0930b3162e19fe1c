using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ChatLineage.Chat.Transport;
using ChatLineage.Discord.Protocol.Json;

namespace ChatLineage.Discord.Protocol.Gateway;

/// <summary>Sends to the gateway, one at a time and within the limits.</summary>
internal sealed class GatewaySender(IWebSocketConnection connection, TimeProvider time) : IDisposable
{
    /// <summary>The largest payload that Discord takes; a larger one is answered with close code 4002 (events/gateway.mdx, "Sending Events").</summary>
    public const int MaxBytes = 4096;

    private readonly SendLimit _limit = new(time);
    private readonly SemaphoreSlim _turn = new(1);

    public ValueTask IdentifyAsync(IdentifyData identify, CancellationToken cancellationToken) =>
        SendAsync(new GatewayCommand<IdentifyData>(Opcode.Identify, identify), DiscordJson.Default.Identify, cancellationToken);

    public ValueTask ResumeAsync(ResumeData resume, CancellationToken cancellationToken) =>
        SendAsync(new GatewayCommand<ResumeData>(Opcode.Resume, resume), DiscordJson.Default.Resume, cancellationToken);

    /// <summary>Sends a heartbeat with the number of the last event.</summary>
    public ValueTask HeartbeatAsync(long? sequence, CancellationToken cancellationToken)
    {
        Span<byte> number = stackalloc byte[20];
        var length = 0;
        if (sequence is { } value)
            Utf8Formatter.TryFormat(value, number, out length);
        byte[] payload = [.. "{\"op\":1,\"d\":"u8, .. length == 0 ? "null"u8 : number[..length], (byte)'}'];
        return SendAsync(payload, heartbeat: true, cancellationToken);
    }

    public void Dispose() => _turn.Dispose();

    private ValueTask SendAsync<T>(GatewayCommand<T> command, JsonTypeInfo<GatewayCommand<T>> type, CancellationToken cancellationToken) =>
        SendAsync(JsonSerializer.SerializeToUtf8Bytes(command, type), heartbeat: false, cancellationToken);

    private async ValueTask SendAsync(byte[] payload, bool heartbeat, CancellationToken cancellationToken)
    {
        if (payload.Length > MaxBytes)
            throw new InvalidOperationException($"A gateway payload has {payload.Length} bytes; Discord takes {MaxBytes}.");
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await _limit.WaitAsync(heartbeat, cancellationToken);
            await connection.SendAsync(payload, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }
}
