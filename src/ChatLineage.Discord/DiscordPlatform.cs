using System.Net;
using ChatLineage.Chat.Platforms;
using ChatLineage.Chat.Transport;
using ChatLineage.Discord.Incoming;
using ChatLineage.Discord.Protocol.Gateway;
using ChatLineage.Discord.Protocol.Interactions;
using ChatLineage.Discord.Protocol.Resources;
using ChatLineage.Discord.Protocol.Rest;
using ChatLineage.Discord.Replies;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Discord;

/// <summary>Discord as a place where people ask: mentions, direct messages, replies, threads and commands.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
public sealed partial class DiscordPlatform : IChatPlatform, IAsyncDisposable
{
    /// <summary>The name of the platform.</summary>
    public const string PlatformName = "discord";

    /// <summary>Discord remembers a nonce for minutes; a question older than this may have a reply that it does not remember.</summary>
    private static readonly TimeSpan NonceLife = TimeSpan.FromMinutes(1);

    /// <summary>Without nonces every try after the first may have a reply; the first comes at once.</summary>
    private static readonly TimeSpan FirstTry = TimeSpan.FromSeconds(1);

    private readonly DiscordOptions _options;
    private readonly IDiscordApi _api;
    private readonly Func<Intents, CancellationToken, IAsyncEnumerable<GatewayEvent>> _gateway;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly DateTimeOffset _startedAt;
    private readonly BackgroundWork _work;
    private readonly CancellationTokenSource _closing = new();
    private Snowflake? _bot;

    internal DiscordPlatform(DiscordOptions options, DiscordApi api, Func<double> jitter, TimeProvider time, ILogger logger)
        : this(options, api, (intents, token) => GatewayOf(options, api, intents, jitter, time, logger).ReadAsync(token), time, logger)
    {
    }

    /// <summary>The platform over another client library.</summary>
    /// <param name="options">How to connect.</param>
    /// <param name="api">The API.</param>
    /// <param name="gateway">Connects and brings events until the token is cancelled; throws <see cref="GatewayStoppedException"/> when Discord will not take the bot.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The log.</param>
    internal DiscordPlatform(
        DiscordOptions options, IDiscordApi api, Func<Intents, CancellationToken, IAsyncEnumerable<GatewayEvent>> gateway, TimeProvider time, ILogger logger)
    {
        (_options, _api, _gateway, _time, _logger) = (options, api, gateway, time, logger);
        _startedAt = time.GetUtcNow();
        _work = new BackgroundWork(broken => broken is DiscordRestException, logger);
    }

    /// <inheritdoc/>
    public string Name => PlatformName;

    /// <inheritdoc/>
    public PlatformCapabilities Capabilities { get; } = new()
    {
        Dialect = Dialect.DiscordMarkdown,
        Updating = Updating.Edit,
        UpdateInterval = TimeSpan.FromSeconds(1.2),
        MaxTextLength = MessageContent.MaxLength - QuotedQuestion.MaxLength,
        MaxFileBytes = 10 * 1024 * 1024,
        Ephemeral = true,
        Threads = true,
        Channels = true,
        Buttons = true,
        Dark = true,
        CommandPrefix = "/",
    };

    /// <summary>Connects to Discord.</summary>
    /// <param name="options">How; with a token.</param>
    /// <param name="http">Sends requests; its own time limit does not matter.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The log; tokens never go there.</param>
    public static DiscordPlatform Create(DiscordOptions options, HttpClient http, TimeProvider time, ILogger<DiscordPlatform> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new DiscordPlatform(options, ApiOf(options, http, time, logger), Random.Shared.NextDouble, time, logger);
    }

    /// <inheritdoc/>
    public async Task RunAsync(IInbox inbox, CancellationToken cancellationToken)
    {
        var router = new EventRouter(_api, inbox, _work, _time, _logger);
        try
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            List<Task> sources = [];
            if (_options.Gateway)
                sources.Add(ReadGatewayAsync(router, either.Token));
            if (_options.PublicKey is { } key)
                sources.Add(ListenAsync(key, router, either.Token));
            await Task.WhenAny(sources);
            await either.CancelAsync();
            await Task.WhenAll(sources);
        }
        catch (GatewayStoppedException stopped)
        {
            throw new PlatformStoppedException(stopped.Message, stopped);
        }
        catch (HttpListenerException taken)
        {
            throw new PlatformStoppedException($"Cannot listen on '{_options.ListenOn}': {taken.Message} Set Discord:ListenOn to an address that is free.", taken);
        }
        finally
        {
            await _work.WhenIdleAsync();
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IPendingReply> BeginReplyAsync(IncomingMessage message, Audience audience, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var address = ReplyAddress.Parse(message.ReplyAddress);
        try
        {
            var nonceLife = _api.KeepsNonces && !address.IsInteraction ? NonceLife : FirstTry;
            var mayHaveReply = message.ReceivedAt < _startedAt || _time.GetUtcNow() - message.ReceivedAt > nonceLife;
            IReplyPlace place = address.IsInteraction
                ? new InteractionPlace(
                    _api, address, message.ReceivedAt, audience == Audience.Asker, mayHaveReply, channel => PlaceIn(channel, address, null), _time)
                : PlaceIn(address.ChannelId, address, mayHaveReply ? await BotAsync(cancellationToken) : null);
            await place.OpenAsync(cancellationToken);
            return new PendingReply(place, address, QuotedQuestion.Above(message, audience), _logger, _closing.Token);
        }
        catch (DiscordRestException away) when (RestOutcome.IsPassing(away))
        {
            throw new PlatformUnavailableException(away.Message, away);
        }
    }

    /// <inheritdoc/>
    public async ValueTask PostAsync(string channelId, Reply reply, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reply);
        if (!Snowflake.TryParse(channelId, out var channel))
            throw new ArgumentException($"'{channelId}' is no id of a channel.", nameof(channelId));
        foreach (var part in ReplyPart.Of(reply with { Actions = [] }))
        {
            // The nonce lets a try be repeated whose answer did not come.
            var content = part.Content with { Nonce = Guid.NewGuid().ToString("N")[..25], EnforceNonce = true };
            await _api.CreateMessageAsync(channel, content, part.Files, cancellationToken);
        }
    }

    /// <summary>Ends what goes on beside the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _work.WhenIdleAsync();
        _closing.Dispose();
    }

    internal static DiscordApi ApiOf(DiscordOptions options, HttpClient http, TimeProvider time, ILogger logger)
    {
        var settings = new RestSettings(options.Token ?? "");
        if (options.ApiAddress is { } address)
            settings = settings with { BaseAddress = address };
        return new DiscordApi(new RestClient(http, settings, time, Random.Shared.NextDouble, logger));
    }

    private static GatewayClient GatewayOf(DiscordOptions options, DiscordApi api, Intents intents, Func<double> jitter, TimeProvider time, ILogger logger) => new(
        new GatewaySettings(options.Token ?? "", intents) { AddressOverride = options.GatewayAddress },
        new ShardChoice(options.ShardCount, options.ShardIds.Count == 0 ? null : [.. options.ShardIds]),
        ClientWebSocketConnector.WithoutPings,
        api.GetGatewayBotAsync,
        time,
        jitter,
        logger);

    private async Task ReadGatewayAsync(EventRouter router, CancellationToken cancellationToken)
    {
        var intents = await IntentsAsync(cancellationToken);
        await foreach (var happened in _gateway(intents, cancellationToken))
            await router.HandleAsync(happened, cancellationToken);
    }

    private Task ListenAsync(string publicKey, EventRouter router, CancellationToken cancellationToken)
    {
        var signed = new SignedInteractions(publicKey, interaction =>
        {
            _work.Start("an interaction over HTTP", token => router.HandleAsync(new GatewayEvent.InteractionCreated(interaction), token).AsTask(), cancellationToken);
            return !cancellationToken.IsCancellationRequested;
        });
        return new HttpEndpoint(_options.ListenOn, SignedInteractions.MaxBytes, (call, _) => Task.FromResult(signed.Handle(call)), _logger).RunAsync(cancellationToken);
    }

    private ChannelPlace PlaceIn(Snowflake channel, ReplyAddress address, Snowflake? earlierBot) =>
        new(_api, address, channel, earlierBot, new TypingSign(_api, channel, _time));

    private async Task<Snowflake> BotAsync(CancellationToken cancellationToken) => _bot ??= (await _api.GetUserAsync(cancellationToken)).Id;

    /// <summary>What to ask for: what people write without a mention only when the portal allows it, since Discord would refuse the bot otherwise.</summary>
    private async Task<Intents> IntentsAsync(CancellationToken cancellationToken)
    {
        const Intents Always = Intents.Guilds | Intents.GuildMessages | Intents.DirectMessages;
        if (_options.MessageContent == true || (_options.MessageContent is null && await MayReadAsync(cancellationToken)))
            return Always | Intents.MessageContent;
        WithoutContent(_logger);
        return Always;
    }

    private async Task<bool> MayReadAsync(CancellationToken cancellationToken)
    {
        for (var failures = 1; ; failures++)
        {
            try
            {
                return (await _api.GetApplicationAsync(cancellationToken)).MayReadContent;
            }
            catch (DiscordRestException refused) when (refused.Status == HttpStatusCode.Unauthorized)
            {
                throw new PlatformStoppedException(refused.Message, refused);
            }
            catch (DiscordRestException away) when (RestOutcome.IsPassing(away))
            {
                await Task.Delay(ReconnectDelays.After(failures, Random.Shared.NextDouble()), _time, cancellationToken);
            }
            catch (DiscordRestException)
            {
                return false;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message Content Intent is off in the developer portal (or Discord:MessageContent is false): mentions, direct messages, commands and the menu of messages work; replies and follow-ups in threads without a mention are not seen.")]
    private static partial void WithoutContent(ILogger logger);
}
