using System.Net.WebSockets;
using System.Text.Json;
using ChatLineage.Chat.Transport;
using ChatLineage.Discord.Protocol.Json;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Discord.Protocol.Gateway;

/// <summary>One connection of a shard, from hello to its end.</summary>
internal sealed partial class ShardConnection : IAsyncDisposable
{
    private static readonly TimeSpan GoodbyeLimit = TimeSpan.FromSeconds(4);

    private readonly IWebSocketConnection _socket;
    private readonly IPayloadDecoder _decoder;
    private readonly GatewayReader _reader;
    private readonly GatewaySender _sender;
    private readonly Heartbeat _heartbeat;
    private readonly TaskCompletionSource _live = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ShardContext _shard;

    private ShardConnection(ShardContext shard, IWebSocketConnection socket)
    {
        _shard = shard;
        _socket = socket;
        _decoder = shard.Settings.Compress ? new ZlibStreamDecoder() : new TextDecoder();
        _reader = new GatewayReader(socket, _decoder);
        _sender = new GatewaySender(socket, shard.Time);
        _heartbeat = new Heartbeat(_sender, shard.Session, shard.Time, shard.Jitter);
    }

    /// <summary>True once the session began or went on.</summary>
    public bool IsLive => _live.Task.IsCompletedSuccessfully;

    /// <exception cref="WebSocketException">It could not be opened.</exception>
    /// <exception cref="TimeoutException">It took too long.</exception>
    public static async Task<ShardConnection> OpenAsync(ShardContext shard, Uri address, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(shard.Settings.HandshakeLimit, shard.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return new ShardConnection(shard, await shard.Connector.ConnectAsync(shard.Settings.Complete(address), either.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"Connecting to {address.Host} took longer than {shard.Settings.HandshakeLimit}.");
        }
    }

    /// <summary>Lives until the connection ends, and says what follows.</summary>
    /// <param name="permit">Leave to identify; null to resume.</param>
    /// <param name="cancellationToken">Ends the session for good.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<ConnectionEnd> RunAsync(IdentifyPermit? permit, CancellationToken cancellationToken)
    {
        // Not linked to the caller's token: a receive that is cancelled breaks the socket, and then Discord could not be told goodbye.
        using var life = new CancellationTokenSource();
        var receiving = ReceiveAsync(permit, life.Token);
        var late = WatchHandshakeAsync(life.Token);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var ended = await Task.WhenAny(receiving, late, Task.Delay(Timeout.InfiniteTimeSpan, _shard.Time, leaving.Token));
        if (cancellationToken.IsCancellationRequested)
        {
            await GoodbyeAsync(CloseCodes.Leaving);
            await life.CancelAsync();
            await Task.WhenAny(receiving);
            cancellationToken.ThrowIfCancellationRequested();
        }

        var end = ended == late
            ? new ConnectionEnd(NextStep.NewSession, $"The session was not ready after {_shard.Settings.HandshakeLimit}.")
            : await receiving;
        if (_socket.CloseCode is null)
            await GoodbyeAsync(CloseCodes.Resuming);
        await life.CancelAsync();

        // Else each connection would leave behind a wait for the end of the program.
        await leaving.CancelAsync();
        await Task.WhenAny(receiving);
        return end;
    }

    public async ValueTask DisposeAsync()
    {
        await _socket.DisposeAsync();
        _decoder.Dispose();
        _sender.Dispose();
    }

    private async Task<ConnectionEnd> ReceiveAsync(IdentifyPermit? permit, CancellationToken cancellationToken)
    {
        using var beats = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task? beating = null;
        try
        {
            while (true)
            {
                var reading = _reader.ReadAsync(beats.Token).AsTask();
                if (beating is not null && await Task.WhenAny(reading, beating) == beating && !cancellationToken.IsCancellationRequested)
                {
                    await GoodbyeAsync(CloseCodes.Resuming);
                    await beats.CancelAsync();
                    await Task.WhenAny(reading);
                    return new ConnectionEnd(NextStep.Resume, "Discord did not answer a heartbeat.");
                }

                if (await reading is not { } json)
                    return CloseCodes.Read(_socket.CloseCode);
                if (await HandleAsync(json, permit, start => beating ??= _heartbeat.RunAsync(start, beats.Token), cancellationToken) is { } end)
                    return end;
            }
        }
        catch (WebSocketException) when (!cancellationToken.IsCancellationRequested)
        {
            return CloseCodes.Read(_socket.CloseCode);
        }
        catch (InvalidDataException broken)
        {
            return new ConnectionEnd(NextStep.Resume, $"What came could not be decoded: {broken.Message}");
        }
        finally
        {
            await beats.CancelAsync();
            if (beating is not null)
                await Task.WhenAny(beating);
        }
    }

    /// <summary>Acts on one payload; gives the end of the connection when it asks for that.</summary>
    private async ValueTask<ConnectionEnd?> HandleAsync(
        ReadOnlyMemory<byte> json, IdentifyPermit? permit, Action<TimeSpan> beat, CancellationToken cancellationToken)
    {
        try
        {
            var payload = GatewayPayload.Read(json);
            switch (payload.Op)
            {
                case Opcode.Hello:
                    var hello = JsonSerializer.Deserialize(payload.Data.Span, DiscordJson.Default.HelloData) ?? throw new JsonException("hello has no content");
                    beat(TimeSpan.FromMilliseconds(Math.Max(1, hello.HeartbeatInterval)));
                    await BeginAsync(permit, cancellationToken);
                    return null;
                case Opcode.Dispatch:
                    Dispatch(payload);
                    return null;
                case Opcode.Heartbeat:
                    await _heartbeat.BeatAsync(cancellationToken);
                    return null;
                case Opcode.HeartbeatAck:
                    _heartbeat.Acknowledge();
                    return null;
                case Opcode.Reconnect:
                    return new ConnectionEnd(NextStep.Resume, "Discord asks to connect again.") { Asked = IsLive };
                case Opcode.InvalidSession:
                    var resumable = payload.Data.Span.SequenceEqual("true"u8);
                    return new ConnectionEnd(resumable ? NextStep.Resume : NextStep.NewSession, "Discord says that the session is invalid.") { Pause = true };
                default:
                    return null;
            }
        }
        catch (JsonException broken)
        {
            // One broken event must not take the connection down; it would be sent again after a resume.
            Malformed(_shard.Logger, _shard.Id, broken.Message);
            return null;
        }
    }

    private async ValueTask BeginAsync(IdentifyPermit? permit, CancellationToken cancellationToken)
    {
        var settings = _shard.Settings;
        if (permit is null && _shard.Session.TryGetResume(out var id, out _, out var sequence))
        {
            await _sender.ResumeAsync(new ResumeData(settings.Token, id, sequence), cancellationToken);
            return;
        }

        var properties = new ConnectionProperties(Environment.OSVersion.Platform.ToString(), "ChatLineage", "ChatLineage");
        await _sender.IdentifyAsync(new IdentifyData(settings.Token, settings.Intents, properties, [_shard.Id, _shard.Count]), cancellationToken);
        permit?.Dispose();
    }

    private void Dispatch(GatewayPayload payload)
    {
        if (payload.Sequence is { } sequence)
            _shard.Session.Saw(sequence);
        if (GatewayEvents.Read(payload.Event, payload.Data.Span) is not { } happened)
            return;
        if (happened is GatewayEvent.Ready ready)
        {
            _shard.Session.Begin(ready.SessionId, Uri.TryCreate(ready.ResumeGatewayUrl, UriKind.Absolute, out var address)
                ? address
                : throw new JsonException("READY names no address to resume at"));
        }

        if (happened is GatewayEvent.Ready or GatewayEvent.Resumed)
            _live.TrySetResult();
        _shard.Events.TryWrite(happened);
    }

    /// <summary>Ends only when the session is not ready in time. A connection that is open but never ready would look alive for ever.</summary>
    private async Task WatchHandshakeAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _live.Task.WaitAsync(_shard.Settings.HandshakeLimit, _shard.Time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return;
        }

        await Task.Delay(Timeout.InfiniteTimeSpan, _shard.Time, cancellationToken);
    }

    private async ValueTask GoodbyeAsync(int code)
    {
        try
        {
            using var limit = new CancellationTokenSource(GoodbyeLimit, _shard.Time);
            await _socket.CloseAsync(code, limit.Token);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // The other side is gone already; a goodbye is all that this was.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Shard {Shard} got a payload that cannot be read and skips it: {Problem}")]
    private static partial void Malformed(ILogger logger, int shard, string problem);
}
