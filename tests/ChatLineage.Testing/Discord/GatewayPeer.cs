using System.Buffers;
using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ChatLineage.Testing.Discord;

/// <summary>Discord's end of one gateway connection.</summary>
public sealed class GatewayPeer : IDisposable
{
    private readonly WebSocket _socket;
    private readonly HttpContext _context;
    private readonly MemoryStream _compressed = new();
    private readonly ZLibStream? _deflater;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _sending = new(1);

    internal GatewayPeer(WebSocket socket, HttpContext context)
    {
        (_socket, _context) = (socket, context);
        if (context.Request.Query["compress"] == "zlib-stream")
            _deflater = new ZLibStream(_compressed, CompressionLevel.Fastest, leaveOpen: true);
    }

    /// <summary>What the client asked for: <c>?v=10&amp;encoding=json</c>.</summary>
    public string Query => _context.Request.QueryString.Value ?? "";

    /// <summary>The path of the address that the client connected to.</summary>
    public string Path => _context.Request.Path.Value ?? "";

    /// <summary>The close code of the client, once it is received.</summary>
    public int? ClosedWith => (int?)_socket.CloseStatus;

    /// <summary>Completes when the test lets go of the connection.</summary>
    internal Task Ended => _ended.Task;

    /// <summary>Says hello.</summary>
    /// <param name="interval">The heartbeat interval; the default is out of the way of a test.</param>
    public Task HelloAsync(TimeSpan? interval = null) =>
        SendAsync($$$"""{"op":10,"d":{"heartbeat_interval":{{{(long)(interval ?? TimeSpan.FromHours(1)).TotalMilliseconds}}}}}""");

    /// <summary>Sends an event.</summary>
    public Task DispatchAsync(long sequence, string name, string json) => SendAsync($$"""{"op":0,"s":{{sequence}},"t":"{{name}}","d":{{json}}}""");

    /// <summary>Sends text, compressed when the client asked for that.</summary>
    public async Task SendAsync(string json)
    {
        await _sending.WaitAsync();
        try
        {
            var (bytes, type) = Encode(json);
            await _socket.SendAsync(bytes, type, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Sends text in two websocket messages (compressed) or two frames of one (plain).</summary>
    public async Task SendInPartsAsync(string json)
    {
        var (bytes, type) = Encode(json);
        await _socket.SendAsync(bytes[..(bytes.Length / 2)], type, endOfMessage: _deflater is not null, CancellationToken.None);
        await _socket.SendAsync(bytes[(bytes.Length / 2)..], type, endOfMessage: true, CancellationToken.None);
    }

    /// <summary>Sends text as it is, whatever the client asked for, as gateways do that know no compression.</summary>
    public Task SendPlainAsync(string json) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(json), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    /// <summary>Sends bytes as they are.</summary>
    public Task SendRawAsync(byte[] bytes) => _socket.SendAsync(bytes, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);

    /// <summary>Receives a payload that must have an op, and gives its content.</summary>
    public async Task<JsonElement> ExpectAsync(int op)
    {
        var payload = await ReceiveAsync() ?? throw new InvalidOperationException($"The client closed with {ClosedWith} where op {op} was expected.");
        Assert.Equal(op, payload.GetProperty("op").GetInt32());
        return payload.GetProperty("d");
    }

    /// <summary>Receives the client's close and gives its code; null when it went without.</summary>
    public async Task<int?> ExpectCloseAsync()
    {
        var payload = await ReceiveAsync();
        Assert.True(payload is null, $"The client sent {payload} where a close was expected.");
        return ClosedWith;
    }

    /// <summary>Receives a payload; null when the client closed or broke off.</summary>
    public Task<JsonElement?> ReceiveAsync() => ReceiveAsync(Patience.Limit);

    /// <summary>Receives a payload within a time; null when the client closed or broke off.</summary>
    public async Task<JsonElement?> ReceiveAsync(TimeSpan within)
    {
        using var limit = new CancellationTokenSource(within);
        var message = new ArrayBufferWriter<byte>();
        try
        {
            while (true)
            {
                var part = await _socket.ReceiveAsync(message.GetMemory(4096), limit.Token);
                if (part.MessageType == WebSocketMessageType.Close)
                    return null;
                message.Advance(part.Count);
                if (part.EndOfMessage)
                    return JsonDocument.Parse(message.WrittenMemory.ToArray()).RootElement;
            }
        }
        catch (WebSocketException)
        {
            return null;
        }
    }

    /// <summary>Closes with a code.</summary>
    public async Task CloseAsync(int code)
    {
        await _socket.CloseOutputAsync((WebSocketCloseStatus)code, "scripted", CancellationToken.None);
        _ended.TrySetResult();
    }

    /// <summary>The connection breaks without a word.</summary>
    public void Break()
    {
        _context.Abort();
        _ended.TrySetResult();
    }

    /// <summary>The connection breaks in the middle of a frame.</summary>
    public async Task BreakMidFrameAsync(string json)
    {
        var (bytes, type) = Encode(json);
        await _socket.SendAsync(bytes[..(bytes.Length / 2)], type, endOfMessage: false, CancellationToken.None);
        Break();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _deflater?.Dispose();
        _compressed.Dispose();
        _sending.Dispose();
    }

    private (byte[] Bytes, WebSocketMessageType Type) Encode(string json)
    {
        var text = Encoding.UTF8.GetBytes(json);
        if (_deflater is null)
            return (text, WebSocketMessageType.Text);
        _compressed.SetLength(0);
        _deflater.Write(text);
        _deflater.Flush();
        return (_compressed.ToArray(), WebSocketMessageType.Binary);
    }
}
