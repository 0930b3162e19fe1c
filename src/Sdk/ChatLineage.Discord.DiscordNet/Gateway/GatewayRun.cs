using System.Collections.Concurrent;
using System.Net;
using System.Threading.Channels;
using ChatLineage.Chat.Transport;
using ChatLineage.Discord.DiscordNet.Incoming;
using ChatLineage.Discord.DiscordNet.Rest;
using ChatLineage.Discord.Protocol.Gateway;
using ChatLineage.Discord.Protocol.Resources;
using Discord.Net;
using Discord.Net.WebSockets;
using Discord.WebSocket;
using Microsoft.Extensions.Logging;
using Net = Discord;

namespace ChatLineage.Discord.DiscordNet.Gateway;

/// <summary>One client of Discord.Net from its login to its end.</summary>
internal sealed partial class GatewayRun : IAsyncDisposable
{
    private readonly DiscordShardedClient _client;
    private readonly string _token;
    private readonly OpenInteractions _interactions;
    private readonly ChannelWriter<GatewayEvent> _events;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ConcurrentBag<GatewayTap> _taps = [];
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _leaving;
    private int _told;

    /// <summary>Makes it; nothing is connected yet.</summary>
    /// <param name="options">How to connect.</param>
    /// <param name="intents">What to ask for.</param>
    /// <param name="interactions">Where interactions are kept for the responses.</param>
    /// <param name="events">Takes what happens.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The log.</param>
    public GatewayRun(
        DiscordOptions options,
        Intents intents,
        OpenInteractions interactions,
        ChannelWriter<GatewayEvent> events,
        TimeProvider time,
        ILogger logger)
    {
        (_token, _interactions, _events, _time, _logger) = (options.Token ?? "", interactions, events, time, logger);
        var settings = ClientSettings.Of(options, intents);
        var sockets = settings.WebSocketProvider;
        settings.WebSocketProvider = () => Tapped(sockets());
        _client = options.ShardIds.Count == 0 ? new DiscordShardedClient(settings) : new DiscordShardedClient([.. options.ShardIds], settings);
        _client.Log += OnLogAsync;
        _client.ShardConnected += OnConnectedAsync;
        _client.ShardDisconnected += OnDisconnectedAsync;
        _client.MessageReceived += OnMessageAsync;
        _client.MessageDeleted += (message, _) => Bring(new GatewayEvent.MessageDeleted(new Snowflake(message.Id)));
        _client.MessagesBulkDeleted += (messages, _) =>
            Bring(new GatewayEvent.MessagesDeleted([.. messages.Select(message => new Snowflake(message.Id))]));
        _client.ThreadDeleted += thread => Bring(new GatewayEvent.ThreadDeleted(new Snowflake(thread.Id)));
        _client.InteractionCreated += OnInteractionAsync;
    }

    /// <summary>Connects, and ends when the connection brings no events any more.</summary>
    /// <exception cref="GatewayStoppedException">Discord will not take the bot until somebody changes something.</exception>
    public async Task UntilDeafAsync(CancellationToken cancellationToken)
    {
        await LogInAsync(cancellationToken);
        await _client.StartAsync();
        using var looking = new PeriodicTimer(SilenceLimits.Interval, _time);
        while (true)
        {
            var tick = looking.WaitForNextTickAsync(cancellationToken).AsTask();
            if (await Task.WhenAny(_stopped.Task, tick) == _stopped.Task)
                await _stopped.Task;
            await tick;
            if (_taps.Any(tap => SilenceLimits.IsDead(tap, _client.Shards.Count)))
                return;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _leaving = true;
        if (_client.LoginState == Net.LoginState.LoggedIn)
        {
            await _client.StopAsync();
            await _client.LogoutAsync();
        }

        await _client.DisposeAsync();
    }

    /// <summary>Logs in, as often as it takes: a bot that starts while Discord is down comes up with it.</summary>
    private async Task LogInAsync(CancellationToken cancellationToken)
    {
        for (var failures = 1; ; failures++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                // What is no token is refused by Discord itself, whose word counts.
                await _client.LoginAsync(Net.TokenType.Bot, _token, validateToken: false);
                return;
            }
            catch (HttpException refused) when (refused.HttpCode == HttpStatusCode.Unauthorized)
            {
                throw new GatewayStoppedException(CloseCodes.Read(4004).Reason);
            }
            catch (Exception away) when (away is HttpException or HttpRequestException or TimeoutException or OperationCanceledException)
            {
                await Task.Delay(ReconnectDelays.After(failures, Random.Shared.NextDouble()), _time, cancellationToken);
            }
        }
    }

    private GatewayTap Tapped(IWebSocketClient socket)
    {
        var tap = new GatewayTap(socket, _time, () => _leaving);
        _taps.Add(tap);
        return tap;
    }

    private Task OnConnectedAsync(DiscordSocketClient shard)
    {
        Tell(null);
        return Task.CompletedTask;
    }

    /// <summary>Discord.Net connects again whatever the code, for most of those after which it must not; each try uses up an identify.</summary>
    private Task OnDisconnectedAsync(Exception cause, DiscordSocketClient shard)
    {
        for (var each = cause; each is not null; each = each.InnerException)
        {
            if (each is WebSocketClosedException closed && CloseCodes.Read(closed.CloseCode) is { Next: NextStep.Stop } end)
                _stopped.TrySetException(new GatewayStoppedException(end.Reason));
        }

        return Task.CompletedTask;
    }

    private Task OnMessageAsync(SocketMessage message)
    {
        Tell(message.Channel);

        // A role of the bot's own counts as the bot; which roles are, its library knows with each message.
        foreach (var role in message.MentionedRoles)
            _events.TryWrite(new GatewayEvent.RoleSeen(ReadMessage.RoleOf(role)));
        return Bring(new GatewayEvent.MessageCreated(ReadMessage.Of(message)));
    }

    private Task OnInteractionAsync(SocketInteraction interaction)
    {
        _interactions.Add(interaction);
        Tell(interaction.Channel);
        return Bring(new GatewayEvent.InteractionCreated(ReadInteraction.Of(interaction)));
    }

    /// <summary>Who the bot is, once and before any event, and which channel a thread belongs to.</summary>
    private void Tell(ISocketMessageChannel? channel)
    {
        if (Interlocked.Exchange(ref _told, 1) == 0)
        {
            var self = _client.CurrentUser;
            _events.TryWrite(new GatewayEvent.Ready { SessionId = "", ResumeGatewayUrl = "", User = ReadMessage.UserOf(self) });
        }

        if (channel is SocketThreadChannel thread)
            _events.TryWrite(new GatewayEvent.ThreadSeen(ReadMessage.ChannelOf(thread)));
    }

    private Task Bring(GatewayEvent happened)
    {
        _events.TryWrite(happened);
        return Task.CompletedTask;
    }

    private Task OnLogAsync(Net.LogMessage entry)
    {
        if (entry.Severity is Net.LogSeverity.Critical or Net.LogSeverity.Error)
            Failed(_logger, entry.Source, entry.Message, entry.Exception);
        else
            Warned(_logger, entry.Source, entry.Message ?? entry.Exception?.Message);
        return Task.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Discord.Net, {Source}: {Entry}")]
    private static partial void Failed(ILogger logger, string source, string? entry, Exception? exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord.Net, {Source}: {Entry}")]
    private static partial void Warned(ILogger logger, string source, string? entry);
}
