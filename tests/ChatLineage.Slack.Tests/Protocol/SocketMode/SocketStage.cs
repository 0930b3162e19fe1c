using System.Collections.Concurrent;
using System.Text.Json;
using ChatLineage.Chat.Transport;
using ChatLineage.Slack.Protocol.Deliveries;
using ChatLineage.Slack.Protocol.SocketMode;
using ChatLineage.Slack.Protocol.WebApi;
using ChatLineage.Testing;
using ChatLineage.Testing.Slack;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatLineage.Slack.Tests.Protocol.SocketMode;

/// <summary>A Socket Mode client and a scripted Slack for it.</summary>
internal sealed class SocketStage : IDeliveryHandler, IAsyncDisposable
{
    /// <summary>Like no other wait, so that a test can tell it apart.</summary>
    public static readonly TimeSpan HelloLimit = TimeSpan.FromSeconds(33);

    /// <summary>Like no other wait, so that a test can tell it apart.</summary>
    public static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(17);

    private readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan };
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    private SocketStage(ScriptedSlack slack, int connections, IWebSocketConnector connector)
    {
        Slack = slack;
        var api = new SlackApi(new WebApiClient(
            _http, new WebApiSettings("xoxb-bot", "xapp-app") { BaseAddress = slack.ApiAddress }, Time, () => 0.5, NullLogger.Instance));
        var settings = new SocketModeSettings { Connections = connections, HelloLimit = HelloLimit, DrainLimit = DrainLimit };
        Client = new SocketModeClient(api, connector, settings, Time, () => 0.5, NullLogger.Instance);
        _running = Client.RunAsync(this, _stop.Token);
    }

    public ScriptedSlack Slack { get; }

    public SteppedTime Time { get; } = new();

    public SocketModeClient Client { get; }

    /// <summary>What arrived.</summary>
    public ConcurrentQueue<Delivery> Deliveries { get; } = [];

    /// <summary>What the handler does with a delivery.</summary>
    public Func<Delivery, ValueTask<JsonElement?>> Handle { get; set; } = _ => ValueTask.FromResult<JsonElement?>(null);

    public static SocketStage Open(int connections = 1, IWebSocketConnector? connector = null, Func<ApiCall, ApiAnswer?>? api = null)
    {
        var slack = ScriptedSlack.Start();
        if (api is not null)
            slack.Api = api;
        return new SocketStage(slack, connections, connector ?? ClientWebSocketConnector.WithoutPings);
    }

    /// <summary>The next connection, up to hello.</summary>
    public async Task<SlackPeer> ReadyAsync()
    {
        var peer = await Slack.AcceptAsync();
        await peer.HelloAsync();
        return peer;
    }

    /// <summary>Why the client gave up.</summary>
    public async Task<Exception> FailureAsync() => await Assert.ThrowsAnyAsync<Exception>(() => _running.WaitAsync(Patience.Limit));

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAny(_running).WaitAsync(Patience.Limit);
    }

    public ValueTask<JsonElement?> AcceptAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        Deliveries.Enqueue(delivery);
        return Handle(delivery);
    }

    public async ValueTask DisposeAsync()
    {
        var stopping = StopAsync();
        await Slack.DisposeAsync();
        await stopping;
        _stop.Dispose();
        _http.Dispose();
    }
}
