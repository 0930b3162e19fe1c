using System.Net.WebSockets;

namespace ChatLineage.Chat.Transport;

/// <summary>Opens websockets.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
public interface IWebSocketConnector
{
    /// <summary>Opens a websocket.</summary>
    /// <exception cref="WebSocketException">It could not be opened.</exception>
    ValueTask<IWebSocketConnection> ConnectAsync(Uri address, CancellationToken cancellationToken);
}
