using ChatLineage.Chat.Platforms;
using ChatLineage.Slack.SlackNet.SocketMode;
using ChatLineage.Slack.SlackNet.WebApi;
using Microsoft.Extensions.Logging;
using SlackNet;
using SlackNet.SocketMode;

namespace ChatLineage.Slack.SlackNet;

/// <summary>Slack over SlackNet: its socket-mode client receives, its Web API client sends. What it means is ChatLineage.Slack's.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
public sealed class SlackNetPlatform : IChatPlatform, IDisposable
{
    private static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(20);

    private readonly HttpClient _http = new(new AnswerGuard { InnerHandler = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) } }) { Timeout = CallLimit };
    private readonly SlackPlatform _platform;

    /// <summary>Makes the platform; nothing is connected yet.</summary>
    /// <param name="options">The tokens, and how Slack delivers; valid.</param>
    /// <param name="time">The clock. SlackNet itself has none but the machine's.</param>
    /// <param name="logger">The log; never told a token, nor what people wrote.</param>
    public SlackNetPlatform(SlackOptions options, TimeProvider time, ILogger<SlackNetPlatform> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        var settings = Default.JsonSettings();
        var http = Default.Http(settings, () => _http);
        var urls = new ApiAddress(options.ApiAddress, Default.UrlBuilder(settings));

        // It would repeat without an end what is refused for the limits.
        var bot = new SlackApiClient(http, urls, settings, options.BotToken ?? "") { DisableRetryOnRateLimit = true };
        var app = new SlackApiClient(http, urls, settings, options.AppToken ?? "") { DisableRetryOnRateLimit = true };
        var api = new SlackNetApi(bot, http, new BlockReader(settings), new MethodCalls(time, logger));
        var socket = new SocketReceiver(
            () => new CoreSocketModeClient(app, new PingingWebSockets(), settings, Default.Scheduler, Default.Logger), options.Connections, time, logger);
        _platform = new SlackPlatform(options, api, socket.RunAsync, time, logger);
    }

    /// <inheritdoc/>
    public string Name => _platform.Name;

    /// <inheritdoc/>
    public PlatformCapabilities Capabilities => _platform.Capabilities;

    /// <inheritdoc/>
    public Task RunAsync(IInbox inbox, CancellationToken cancellationToken) => _platform.RunAsync(inbox, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IPendingReply> BeginReplyAsync(IncomingMessage message, Audience audience, CancellationToken cancellationToken) =>
        _platform.BeginReplyAsync(message, audience, cancellationToken);

    /// <inheritdoc/>
    public ValueTask PostAsync(string channelId, Reply reply, CancellationToken cancellationToken) => _platform.PostAsync(channelId, reply, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();
}
