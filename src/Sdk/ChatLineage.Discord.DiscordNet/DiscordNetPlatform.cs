using ChatLineage.Chat.Platforms;
using ChatLineage.Discord.DiscordNet.Gateway;
using ChatLineage.Discord.DiscordNet.Rest;
using Discord.Rest;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Discord.DiscordNet;

/// <summary>Discord over Discord.Net: its sharded client brings the events, its REST client sends. What they mean is ChatLineage.Discord's.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
public sealed class DiscordNetPlatform : IChatPlatform, IAsyncDisposable
{
    private readonly DiscordNetApi _api;
    private readonly DiscordPlatform _platform;
    private readonly bool _overHttp;

    /// <summary>Makes the platform; nothing is connected yet.</summary>
    /// <param name="options">How to connect; with a token.</param>
    /// <param name="time">The clock. Discord.Net itself has none but the machine's.</param>
    /// <param name="logger">The log; tokens never go there.</param>
    public DiscordNetPlatform(DiscordOptions options, TimeProvider time, ILogger<DiscordNetPlatform> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        _overHttp = options.PublicKey is not null;
        var interactions = new OpenInteractions(time);
        var rest = new DiscordRestClient(new DiscordRestConfig { RestClientProvider = ClientSettings.Rest(options), UseSystemClock = false });
        _api = new DiscordNetApi(rest, options.Token ?? "", interactions);
        var gateway = new GatewaySource((intents, events) => new GatewayRun(options, intents, interactions, events, time, logger), logger);
        _platform = new DiscordPlatform(options, _api, gateway.ReadAsync, time, logger);
    }

    /// <inheritdoc/>
    public string Name => _platform.Name;

    /// <inheritdoc/>
    public PlatformCapabilities Capabilities => _platform.Capabilities;

    /// <inheritdoc/>
    /// <exception cref="PlatformStoppedException">Also when interactions over HTTP are wanted.</exception>
    public Task RunAsync(IInbox inbox, CancellationToken cancellationToken) => _overHttp
        ? throw new PlatformStoppedException("Over Discord.Net, interactions come through the gateway only: take Discord:PublicKey out of the settings, or use chatlineage.")
        : _platform.RunAsync(inbox, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IPendingReply> BeginReplyAsync(IncomingMessage message, Audience audience, CancellationToken cancellationToken) =>
        _platform.BeginReplyAsync(message, audience, cancellationToken);

    /// <inheritdoc/>
    public ValueTask PostAsync(string channelId, Reply reply, CancellationToken cancellationToken) => _platform.PostAsync(channelId, reply, cancellationToken);

    /// <summary>Ends what goes on beside the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        await _platform.DisposeAsync();
        await _api.DisposeAsync();
    }
}
