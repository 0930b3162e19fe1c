using System.Net.WebSockets;

namespace ChatLineage.Discord.Protocol.Gateway;

/// <summary>Opens websockets.</summary>
internal interface IWebSocketConnector
{
    /// <exception cref="WebSocketException">It could not be opened.</exception>
    ValueTask<IWebSocketConnection> ConnectAsync(Uri address, CancellationToken cancellationToken);
}
