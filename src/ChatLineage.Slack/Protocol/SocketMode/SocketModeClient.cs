using ChatLineage.Chat.Transport;
using ChatLineage.Slack.Protocol.Deliveries;
using ChatLineage.Slack.Protocol.WebApi;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Slack.Protocol.SocketMode;

/// <summary>Receives from Slack through websockets, so that no port has to be reachable from outside.</summary>
/// <remarks>
/// A connection lives a few hours. Slack warns about 10 seconds before it closes one; the next is open before the old one drops, so
/// nothing is delivered late. https://docs.slack.dev/apis/events-api/using-socket-mode, checked 2026-08.
/// </remarks>
internal sealed class SocketModeClient(
    SlackApi api, IWebSocketConnector connector, SocketModeSettings settings, TimeProvider time, Func<double> jitter, ILogger logger)
{
    private volatile SocketModeLine[] _lines = [];

    /// <summary>How many connections can bring something now.</summary>
    public int Live => _lines.Count(line => line.IsLive);

    /// <summary>Receives until the token is cancelled.</summary>
    /// <param name="handler">Takes in what comes.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="SlackStoppedException">Slack does not let this app connect; the message says what to change.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task RunAsync(IDeliveryHandler handler, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _lines = [.. Enumerable.Range(0, settings.Connections).Select(_ => new SocketModeLine(api, connector, handler, settings, time, jitter, logger))];
        var running = _lines.Select(line => line.RunAsync(stop.Token)).ToArray();
        try
        {
            await await Task.WhenAny(running);
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAny(Task.WhenAll(running));
        }
    }
}
