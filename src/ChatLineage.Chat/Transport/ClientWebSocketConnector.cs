using System.Net.WebSockets;

namespace ChatLineage.Chat.Transport;

/// <summary>Opens websockets of .NET.</summary>
/// <param name="pingInterval">How often a ping is sent; zero for never.</param>
/// <param name="pongLimit">How long its answer may take before the connection counts as broken: a half-open one brings no events and no
/// error.</param>
public sealed class ClientWebSocketConnector(TimeSpan pingInterval, TimeSpan pongLimit) : IWebSocketConnector
{
    /// <summary>One that sends no pings, for protocols with heartbeats of their own.</summary>
    public static ClientWebSocketConnector WithoutPings { get; } = new(TimeSpan.Zero, Timeout.InfiniteTimeSpan);

    /// <inheritdoc/>
    public async ValueTask<IWebSocketConnection> ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        try
        {
            socket.Options.KeepAliveInterval = pingInterval;
            socket.Options.KeepAliveTimeout = pongLimit;
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
