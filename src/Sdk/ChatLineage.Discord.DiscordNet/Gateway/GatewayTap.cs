using System.Text;
using System.Text.Json;
using ChatLineage.Discord.Protocol.Gateway;
using Discord.Net.WebSockets;

namespace ChatLineage.Discord.DiscordNet.Gateway;

/// <summary>Listens in on a websocket of Discord.Net: when the latest event came, which none of its own events tells.</summary>
/// <remarks>
/// Heartbeats go on while events have stopped coming, and Discord.Net looks at nothing else. Besides, its closing code 1000 ends the session
/// (events/gateway.mdx, "Initiating a Disconnect"), so that what happens until it is back is lost; here it closes so that it can resume.
/// </remarks>
internal sealed class GatewayTap : IWebSocketClient
{
    private const string Compression = "&compress=zlib-stream";
    private const int Normal = 1000;

    private readonly IWebSocketClient _inner;
    private readonly TimeProvider _time;
    private readonly Func<bool> _leaving;
    private long _since;
    private volatile bool _isOpen;
    private volatile bool _isResumed;

    /// <param name="inner">The websocket.</param>
    /// <param name="time">The clock.</param>
    /// <param name="leaving">True once the bot goes for good.</param>
    public GatewayTap(IWebSocketClient inner, TimeProvider time, Func<bool> leaving)
    {
        (_inner, _time, _leaving) = (inner, time, leaving);
        inner.TextMessage += NoteAsync;
    }

    public event Func<byte[], int, int, Task> BinaryMessage
    {
        add => _inner.BinaryMessage += value;
        remove => _inner.BinaryMessage -= value;
    }

    public event Func<string, Task> TextMessage
    {
        add => _inner.TextMessage += value;
        remove => _inner.TextMessage -= value;
    }

    public event Func<Exception, Task> Closed
    {
        add => _inner.Closed += value;
        remove => _inner.Closed -= value;
    }

    /// <summary>How long no event has come over an open connection, and whether none has come since it was resumed.</summary>
    public (TimeSpan Silence, bool SinceResume)? Silent => _isOpen ? (_time.GetElapsedTime(Volatile.Read(ref _since)), _isResumed) : null;

    public void SetHeader(string key, string value) => _inner.SetHeader(key, value);

    public void SetCancelToken(CancellationToken cancelToken) => _inner.SetCancelToken(cancelToken);

    public async Task ConnectAsync(string host)
    {
        // Without compression every frame can be read here; the bot asks for so few events that it does not matter.
        await _inner.ConnectAsync(host.Replace(Compression, "", StringComparison.Ordinal));
        Volatile.Write(ref _since, _time.GetTimestamp());
        (_isResumed, _isOpen) = (false, true);
    }

    public Task DisconnectAsync(int closeCode = Normal)
    {
        _isOpen = false;
        return _inner.DisconnectAsync(closeCode == Normal && !_leaving() ? CloseCodes.Resuming : closeCode);
    }

    public Task SendAsync(byte[] data, int index, int count, bool isText) => _inner.SendAsync(data, index, count, isText);

    public void Dispose() => _inner.Dispose();

    private Task NoteAsync(string text)
    {
        if (EventIn(Encoding.UTF8.GetBytes(text)) is not { } name)
            return Task.CompletedTask;
        _isResumed = name == GatewayEvents.Resumed;
        Volatile.Write(ref _since, _time.GetTimestamp());
        return Task.CompletedTask;
    }

    /// <summary>The name of the event; null for what is none, such as the answer to a heartbeat.</summary>
    private static string? EventIn(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        string? name = null;
        try
        {
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isName = reader.ValueTextEquals("t"u8);
                reader.Read();
                if (isName)
                    name = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                else
                    reader.Skip();
            }
        }
        catch (JsonException)
        {
            return null;
        }

        return name;
    }
}
