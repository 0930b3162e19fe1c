using System.Net.WebSockets;

namespace ChatLineage.Chat.Transport;

/// <summary>An open websocket.</summary>
/// <remarks>One receive and one send may run at the same time.</remarks>
public interface IWebSocketConnection : IAsyncDisposable
{
    /// <summary>The code that the other side closed with; null while open and when it broke.</summary>
    int? CloseCode { get; }

    /// <summary>Receives a part of a message, or the close.</summary>
    /// <exception cref="WebSocketException">The connection broke, or a ping was not answered in time.</exception>
    ValueTask<ValueWebSocketReceiveResult> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken);

    /// <summary>Sends a text message.</summary>
    /// <exception cref="WebSocketException">The connection broke.</exception>
    ValueTask SendAsync(ReadOnlyMemory<byte> text, CancellationToken cancellationToken);

    /// <summary>Says goodbye with a code; does not wait for the other side.</summary>
    ValueTask CloseAsync(int code, CancellationToken cancellationToken);
}
