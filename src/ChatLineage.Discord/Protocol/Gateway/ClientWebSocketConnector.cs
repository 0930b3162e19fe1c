using System.Net.WebSockets;

namespace ChatLineage.Discord.Protocol.Gateway;

/// <summary>Opens websockets of .NET.</summary>
internal sealed class ClientWebSocketConnector : IWebSocketConnector
{
    public async ValueTask<IWebSocketConnection> ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        try
        {
            // Heartbeats keep the connection alive; pings of the websocket layer would come on top.
            socket.Options.KeepAliveInterval = TimeSpan.Zero;
            await socket.ConnectAsync(address, cancellationToken);
            return new ClientWebSocketConnection(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
