using System.Net.WebSockets;
using ChatLineage.Chat.Transport;
using ChatLineage.Slack.Protocol.Deliveries;
using ChatLineage.Slack.Protocol.WebApi;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Slack.Protocol.SocketMode;

/// <summary>Keeps one connection open, replacing it when Slack wants it replaced or when it breaks.</summary>
internal sealed partial class SocketModeLine(
    SlackApi api,
    IWebSocketConnector connector,
    IDeliveryHandler handler,
    SocketModeSettings settings,
    TimeProvider time,
    Func<double> jitter,
    ILogger logger)
{
    private static readonly TimeSpan GoodbyeLimit = TimeSpan.FromSeconds(2);

    private readonly List<Task> _replaced = [];
    private int _failures;

    /// <summary>True while envelopes can come.</summary>
    public bool IsLive { get; private set; }

    /// <summary>Runs until the token is cancelled.</summary>
    /// <exception cref="SlackStoppedException">Slack does not let this app connect.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(ReconnectDelays.After(Math.Max(0, _failures - 1), jitter()), time, cancellationToken);
                if (await OpenAsync(cancellationToken) is { } connection)
                    await UseAsync(connection, cancellationToken);
                else
                    _failures++;
            }
        }
        finally
        {
            IsLive = false;
            await Task.WhenAll(_replaced);
        }
    }

    /// <summary>A connection that has said hello; null when that failed.</summary>
    private async Task<SocketModeConnection?> OpenAsync(CancellationToken cancellationToken)
    {
        SocketModeConnection? connection = null;
        using var limit = new CancellationTokenSource(settings.HelloLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var ready = false;
        try
        {
            var address = await api.OpenConnectionAsync(either.Token);
            connection = new SocketModeConnection(await connector.ConnectAsync(address, either.Token), handler, logger);
            ready = await connection.WaitForHelloAsync(either.Token);
            if (!ready)
                NoHello();
        }
        catch (SlackApiException refused) when (SlackAdvice.ForAppToken(refused.Error) is { } advice)
        {
            throw new SlackStoppedException(advice, refused);
        }
        catch (Exception broken) when (IsPassing(broken) && !cancellationToken.IsCancellationRequested)
        {
            NotConnected(_failures + 1, broken);
        }
        finally
        {
            if (!ready && connection is not null)
                await connection.DisposeAsync();
        }

        return ready ? connection : null;
    }

    /// <summary>Listens on a connection until it ends or should be replaced; one to be replaced goes on listening by the side.</summary>
    private async Task UseAsync(SocketModeConnection connection, CancellationToken cancellationToken)
    {
        IsLive = true;
        var opened = time.GetTimestamp();

        // Not linked to the caller's token: a receive that is cancelled breaks the socket, and then Slack could not be told goodbye.
        var life = new CancellationTokenSource();
        var listening = ListenAsync(connection, life.Token);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(listening, connection.Refresh, Task.Delay(Timeout.InfiniteTimeSpan, time, stop.Token));
        await stop.CancelAsync();
        var closing = CloseAsync(connection, listening, life, cancellationToken);
        if (listening.IsCompleted || cancellationToken.IsCancellationRequested)
        {
            IsLive = false;
            await closing;
            cancellationToken.ThrowIfCancellationRequested();
        }

        // A connection that ends at once again and again is a failure too, else another would follow without a pause.
        var good = connection.Refresh.IsCompleted ? settings.GoodLifeBeforeRefresh : settings.GoodLife;
        _failures = time.GetElapsedTime(opened) >= good ? 0 : _failures + 1;
        _replaced.RemoveAll(task => task.IsCompletedSuccessfully);
        _replaced.Add(closing);
    }

    /// <summary>Listens until the connection closes or its life is ended.</summary>
    private async Task ListenAsync(SocketModeConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            await connection.ListenAsync(cancellationToken);
        }
        catch (WebSocketException broken)
        {
            Broke(broken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Drained, or the program stops.
        }
    }

    /// <summary>Lets a connection listen to its end, or to the limit, and closes it.</summary>
    private async Task CloseAsync(
        SocketModeConnection connection, Task listening, CancellationTokenSource life, CancellationToken cancellationToken)
    {
        try
        {
            using var drained = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(listening, Task.Delay(settings.DrainLimit, time, drained.Token));
            await drained.CancelAsync();
            using var limit = new CancellationTokenSource(GoodbyeLimit, time);
            if (!listening.IsCompleted)
                await Task.WhenAny(connection.SayGoodbyeAsync(limit.Token), Task.Delay(Timeout.InfiniteTimeSpan, time, limit.Token));
            await life.CancelAsync();
            await listening;
        }
        finally
        {
            life.Dispose();
            await connection.DisposeAsync();
        }
    }

    private static bool IsPassing(Exception broken) =>
        broken is SlackApiException or HttpRequestException or WebSocketException or IOException or OperationCanceledException;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Connecting to Slack failed {Failures} times in a row; trying again.")]
    private partial void NotConnected(int failures, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack closed a connection before it said hello; trying again.")]
    private partial void NoHello();

    [LoggerMessage(Level = LogLevel.Warning, Message = "A connection to Slack broke; opening another.")]
    private partial void Broke(Exception exception);
}
