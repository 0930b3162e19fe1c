using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using ChatLineage.Chat.Transport;
using ChatLineage.Slack.Protocol.Json;

namespace ChatLineage.Slack.Protocol.SocketMode;

/// <summary>Puts the parts of websocket messages together and reads them.</summary>
internal sealed class SocketReader(IWebSocketConnection socket)
{
    /// <summary>
    /// Far above what Slack sends (a modal with its state is under 250 kB), so that a broken server cannot fill the memory.
    /// </summary>
    private const int MaxMessageBytes = 4 * 1024 * 1024;

    private readonly ArrayBufferWriter<byte> _message = new(16 * 1024);

    /// <summary>The next message; null when the other side closed.</summary>
    /// <exception cref="WebSocketException">The connection broke.</exception>
    /// <exception cref="JsonException">What came is no message; others may follow.</exception>
    public async ValueTask<SocketMessage?> ReadAsync(CancellationToken cancellationToken)
    {
        _message.ResetWrittenCount();
        while (true)
        {
            var part = await socket.ReceiveAsync(_message.GetMemory(16 * 1024), cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            _message.Advance(part.Count);
            if (_message.WrittenCount > MaxMessageBytes)
                throw new WebSocketException($"Slack sent a message of more than {MaxMessageBytes} bytes.");
            if (part.EndOfMessage)
                return JsonSerializer.Deserialize(_message.WrittenSpan, SlackJson.Default.SocketMessage) ?? throw new JsonException("null");
        }
    }
}
