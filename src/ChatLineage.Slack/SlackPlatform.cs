using System.Collections.Concurrent;
using ChatLineage.Chat.Platforms;
using ChatLineage.Chat.Transport;
using ChatLineage.Slack.Buttons;
using ChatLineage.Slack.Protocol;
using ChatLineage.Slack.Protocol.Deliveries;
using ChatLineage.Slack.Protocol.EventsApi;
using ChatLineage.Slack.Protocol.SocketMode;
using ChatLineage.Slack.Protocol.WebApi;
using ChatLineage.Slack.Receiving;
using ChatLineage.Slack.Replying;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Slack;

/// <summary>Slack: mentions, direct messages, threads, <c>/lineage</c>, the shortcut «Check this claim» and the agent view.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
public sealed class SlackPlatform : IChatPlatform
{
    /// <summary>The name of the platform.</summary>
    public const string PlatformName = "slack";

    private static readonly TimeSpan WorkGrace = TimeSpan.FromSeconds(5);

    private readonly SlackOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ISlackApi _api;
    private readonly Func<IDeliveryHandler, CancellationToken, Task> _receive;
    private readonly SocketModeClient? _socket;
    private readonly Whisper _whisper;
    private readonly ReplyContext _context;
    private readonly DateTimeOffset _started;
    private readonly ConcurrentDictionary<string, GrowingMessage> _begun = [];

    /// <summary>Makes the platform; nothing is connected yet.</summary>
    /// <param name="options">The tokens, and how Slack delivers; valid.</param>
    /// <param name="http">Sends requests; without a time limit of its own. It stays the caller's.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The log; never told a token, nor what people wrote.</param>
    public SlackPlatform(SlackOptions options, HttpClient http, TimeProvider time, ILogger<SlackPlatform> logger)
        : this(options, http, new ClientWebSocketConnector(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20)), time, logger)
    {
    }

    internal SlackPlatform(SlackOptions options, HttpClient http, IWebSocketConnector connector, TimeProvider time, ILogger logger)
        : this(options, ApiOf(options, http, time, logger), connector, time, logger)
    {
    }

    /// <summary>The platform over another client library.</summary>
    /// <param name="options">How Slack delivers.</param>
    /// <param name="api">The Web API.</param>
    /// <param name="receive">
    /// Receives through websockets until the token is cancelled, with <see cref="SlackMode.Socket"/>; throws
    /// <see cref="SlackStoppedException"/> when Slack does not let this app connect.
    /// </param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The log.</param>
    internal SlackPlatform(
        SlackOptions options, ISlackApi api, Func<IDeliveryHandler, CancellationToken, Task> receive, TimeProvider time, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_options, _api, _receive, _time, _logger) = (options, api, receive, time, logger);
        _whisper = new Whisper(_api, logger);
        _context = new ReplyContext(_api, new Poster(_api, time, logger), logger);
        _started = time.GetUtcNow();
    }

    internal SlackPlatform(SlackOptions options, SlackApi api, IWebSocketConnector connector, TimeProvider time, ILogger logger)
        : this(options, api, ClientOf(options, api, connector, time, logger), time, logger)
    {
    }

    private SlackPlatform(SlackOptions options, SlackApi api, SocketModeClient socket, TimeProvider time, ILogger logger)
        : this(options, api, socket.RunAsync, time, logger) => _socket = socket;

    /// <inheritdoc/>
    public string Name => PlatformName;

    /// <inheritdoc/>
    public PlatformCapabilities Capabilities { get; } = new()
    {
        Dialect = Dialect.Mrkdwn,
        Updating = Updating.Edit,
        UpdateInterval = TimeSpan.FromSeconds(1),
        MaxTextLength = ReplyMessages.MaxTextLength,
        MaxFileBytes = 20 * 1024 * 1024,
        Ephemeral = true,
        Threads = true,
        Channels = true,
        Buttons = true,
        CommandPrefix = $"{CommandReader.Name} ",
    };

    /// <summary>How many connections can bring something now; always 0 with <see cref="SlackMode.Http"/>.</summary>
    public int LiveConnections => _socket?.Live ?? 0;

    /// <inheritdoc/>
    public async Task RunAsync(IInbox inbox, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(inbox);
        using var ending = new CancellationTokenSource();
        var work = new BackgroundWork(broken => broken is SlackApiException, _logger);
        try
        {
            var self = await GetIdentityAsync(cancellationToken);
            var shower = new ActionShower(_api, _whisper);
            var handler = new DeliveryHandler(
                new DeliveryReader(self, _time), inbox, _api, shower, _options.Maintainers.ToHashSet(), work, _logger, ending.Token);
            await (_options.Mode == SlackMode.Http ? ListenAsync(handler, cancellationToken) : _receive(handler, cancellationToken));
        }
        catch (SlackStoppedException stopped)
        {
            throw new PlatformStoppedException(stopped.Message, stopped);
        }
        finally
        {
            // A button that was pressed is acknowledged and would not come again.
            using var grace = new CancellationTokenSource(WorkGrace, _time);
            await Task.WhenAny(work.WhenIdleAsync(), Task.Delay(Timeout.InfiniteTimeSpan, grace.Token));
            await ending.CancelAsync();
            await work.WhenIdleAsync();
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IPendingReply> BeginReplyAsync(IncomingMessage message, Audience audience, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var address = ReplyAddress.Read(message.ReplyAddress);
        if (audience == Audience.Asker)
            return new PrivateReply(_context, _whisper, address, message.Id);

        // A second attempt goes on with what the first one has shown; of a message that an earlier run took, traces are looked for.
        var isOld = message.ReceivedAt < _started;
        var made = new GrowingMessage(_context, address, message.Id, mayBeThere: isOld);
        var shown = _begun.GetOrAdd(message.Id, made);
        var reply = new ThreadReply(_context, shown, address, message.Id, isResumed: isOld || shown != made);
        await reply.BeginAsync(cancellationToken);
        return new EndedReply(reply, () => _begun.TryRemove(message.Id, out _));
    }

    /// <inheritdoc/>
    public async ValueTask PostAsync(string channelId, Reply reply, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reply);
        foreach (var body in ReplyMessages.Of(reply with { Actions = [] }))
            await _api.PostAsync(new MessageTarget(channelId, null), body, cancellationToken);
        if (!reply.Attachments.IsEmpty)
            await _api.UploadAsync(new MessageTarget(channelId, null), Uploads.Of(reply.Attachments), cancellationToken);
    }

    private static SlackApi ApiOf(SlackOptions options, HttpClient http, TimeProvider time, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        var settings = new WebApiSettings(options.BotToken ?? "", options.AppToken) { BaseAddress = options.ApiAddress };
        return new SlackApi(new WebApiClient(http, settings, time, Random.Shared.NextDouble, logger));
    }

    private static SocketModeClient ClientOf(
        SlackOptions options, SlackApi api, IWebSocketConnector connector, TimeProvider time, ILogger logger) =>
        new(api, connector, new SocketModeSettings { Connections = options.Connections }, time, Random.Shared.NextDouble, logger);

    private Task ListenAsync(IDeliveryHandler handler, CancellationToken cancellationToken)
    {
        var requests = new SignedRequests(_options.SigningSecret ?? "", handler, _time, _logger);
        return new HttpEndpoint(_options.ListenOn, SignedRequests.MaxBytes, requests.HandleAsync, _logger).RunAsync(cancellationToken);
    }

    /// <summary>Asks who the bot is, as often as it takes: a bot that starts while Slack is down comes up with it.</summary>
    private async Task<Identity> GetIdentityAsync(CancellationToken cancellationToken)
    {
        for (var failures = 1; ; failures++)
        {
            try
            {
                return await _api.GetIdentityAsync(cancellationToken);
            }
            catch (SlackApiException refused) when (SlackAdvice.ForBotToken(refused.Error) is { } advice)
            {
                throw new SlackStoppedException(advice, refused);
            }
            catch (SlackApiException away) when (away.IsPassing)
            {
                await Task.Delay(ReconnectDelays.After(failures, Random.Shared.NextDouble()), _time, cancellationToken);
            }
        }
    }
}
