using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ChatLineage.Testing.Slack;

/// <summary>Slack's end of one Socket Mode connection.</summary>
public sealed class SlackPeer : IDisposable
{
    private readonly WebSocket _socket;
    private readonly HttpContext _context;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _sending = new(1);

    internal SlackPeer(WebSocket socket, HttpContext context) => (_socket, _context) = (socket, context);

    /// <summary>The ticket of the address that the client connected to.</summary>
    public string Ticket => _context.Request.Query["ticket"].ToString();

    /// <summary>Completes when the test lets go of the connection.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Says hello.</summary>
    public Task HelloAsync(int connections = 1) => SendAsync(
        $$$"""{"type":"hello","num_connections":{{{connections}}},"connection_info":{"app_id":"A1"},"debug_info":{"host":"scripted","approximate_connection_time":18060}}""");

    /// <summary>Says that the connection ends.</summary>
    /// <param name="reason"><c>warning</c>, <c>refresh_requested</c> or <c>link_disabled</c>.</param>
    public Task DisconnectAsync(string reason) =>
        SendAsync($$$"""{"type":"disconnect","reason":"{{{reason}}}","debug_info":{"host":"scripted"}}""");

    /// <summary>Delivers something.</summary>
    /// <param name="type"><c>events_api</c>, <c>slash_commands</c> or <c>interactive</c>.</param>
    /// <param name="envelope">The id of the envelope.</param>
    /// <param name="payload">The JSON inside.</param>
    /// <param name="retry">How often it was delivered before.</param>
    /// <param name="acceptsAnswer">True when the acknowledgement may carry an answer.</param>
    public Task DeliverAsync(string type, string envelope, string payload, int retry = 0, bool acceptsAnswer = false) => SendAsync(
        $$"""{"type":"{{type}}","envelope_id":"{{envelope}}","payload":{{payload}},"accepts_response_payload":{{(acceptsAnswer ? "true" : "false")}},"retry_attempt":{{retry}},"retry_reason":"{{(retry > 0 ? "timeout" : "")}}"}""");

    /// <summary>Receives the acknowledgement of an envelope; gives the whole of it.</summary>
    public async Task<JsonElement> ExpectAcknowledgementAsync(string envelope)
    {
        var message = await ReceiveAsync() ?? throw new InvalidOperationException($"The client closed where an acknowledgement of {envelope} was expected.");
        Assert.Equal(envelope, message.GetProperty("envelope_id").GetString());
        return message;
    }

    /// <summary>Waits for the client's close.</summary>
    public async Task ExpectCloseAsync()
    {
        var message = await ReceiveAsync();
        Assert.True(message is null, $"The client sent {message} where a close was expected.");
    }

    /// <summary>Receives a message; null when the client closed or broke off.</summary>
    public Task<JsonElement?> ReceiveAsync() => ReceiveAsync(Patience.Limit);

    /// <summary>Receives a message; null when the client closed or broke off.</summary>
    /// <param name="patience">How long to wait for it.</param>
    public async Task<JsonElement?> ReceiveAsync(TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        using var message = new MemoryStream();
        var buffer = new byte[4096];
        try
        {
            while (true)
            {
                var part = await _socket.ReceiveAsync(buffer.AsMemory(), limit.Token);
                if (part.MessageType == WebSocketMessageType.Close)
                    return null;
                message.Write(buffer, 0, part.Count);
                if (part.EndOfMessage)
                    return JsonDocument.Parse(message.ToArray()).RootElement;
            }
        }
        catch (Exception broken) when (broken is WebSocketException or IOException)
        {
            return null;
        }
    }

    /// <summary>Sends text.</summary>
    public async Task SendAsync(string json)
    {
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(Encoding.UTF8.GetBytes(json), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Sends text in two frames of one message.</summary>
    public async Task SendInPartsAsync(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        await _socket.SendAsync(bytes.AsMemory(0, bytes.Length / 2), WebSocketMessageType.Text, endOfMessage: false, CancellationToken.None);
        await _socket.SendAsync(bytes.AsMemory(bytes.Length / 2), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
    }

    /// <summary>Closes.</summary>
    public async Task CloseAsync()
    {
        await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "scripted", CancellationToken.None);
        _ended.TrySetResult();
    }

    /// <summary>The connection breaks without a word.</summary>
    public void Break()
    {
        _context.Abort();
        _ended.TrySetResult();
    }

    /// <summary>The connection breaks in the middle of a message.</summary>
    public async Task BreakMidMessageAsync(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        await _socket.SendAsync(bytes.AsMemory(0, bytes.Length / 2), WebSocketMessageType.Text, endOfMessage: false, CancellationToken.None);
        Break();
    }

    /// <inheritdoc/>
    public void Dispose() => _sending.Dispose();
}
