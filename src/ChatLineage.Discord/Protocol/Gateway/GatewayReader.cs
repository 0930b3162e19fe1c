using System.Buffers;
using System.Net.WebSockets;
using ChatLineage.Chat.Transport;

namespace ChatLineage.Discord.Protocol.Gateway;

/// <summary>Puts the parts of websocket messages together.</summary>
internal sealed class GatewayReader(IWebSocketConnection connection, IPayloadDecoder decoder)
{
    private readonly ArrayBufferWriter<byte> _message = new(16 * 1024);

    /// <summary>The next payload; null when the other side closed. The memory lives until the next call.</summary>
    /// <exception cref="WebSocketException">The connection broke.</exception>
    /// <exception cref="InvalidDataException">What came cannot be decoded.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            _message.ResetWrittenCount();
            ValueWebSocketReceiveResult part;
            do
            {
                part = await connection.ReceiveAsync(_message.GetMemory(16 * 1024), cancellationToken);
                if (part.MessageType == WebSocketMessageType.Close)
                    return null;
                _message.Advance(part.Count);
                if (_message.WrittenCount > ZlibStreamDecoder.MaxBytes)
                    throw new InvalidDataException("A gateway message is larger than 64 MiB.");
            }
            while (!part.EndOfMessage);

            // What is compressed comes as bytes; a gateway that does not compress, such as a proxy, sends text although it was asked to.
            if (part.MessageType == WebSocketMessageType.Text)
                return _message.WrittenMemory;
            if (decoder.Decode(_message.WrittenMemory) is { } payload)
                return payload;
        }
    }
}
