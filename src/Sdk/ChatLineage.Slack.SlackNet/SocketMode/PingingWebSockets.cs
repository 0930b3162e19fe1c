using System.Net.WebSockets;
using SlackNet;

namespace ChatLineage.Slack.SlackNet.SocketMode;

/// <summary>Websockets that notice when the other side is gone: SlackNet's own wait for as long as the network says nothing.</summary>
internal sealed class PingingWebSockets : IWebSocketFactory
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public IWebSocket Create(string uri)
    {
        var socket = new ClientWebSocket();
        (socket.Options.KeepAliveInterval, socket.Options.KeepAliveTimeout) = (Interval, Patience);
        return new WebSocketWrapper(socket, uri);
    }
}
