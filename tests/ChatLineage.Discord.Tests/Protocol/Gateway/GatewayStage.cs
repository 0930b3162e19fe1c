using System.Threading.Channels;
using ChatLineage.Chat.Transport;
using ChatLineage.Discord.Protocol.Gateway;
using ChatLineage.Testing;
using ChatLineage.Testing.Discord;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatLineage.Discord.Tests.Protocol.Gateway;

/// <summary>A gateway client and a scripted Discord for it.</summary>
internal sealed class GatewayStage : IAsyncDisposable
{
    /// <summary>Like no other wait, so that a test can tell it apart.</summary>
    public static readonly TimeSpan HandshakeLimit = TimeSpan.FromSeconds(33);

    /// <summary>A message, as an event has it.</summary>
    public const string Hi = """{"id":"10","channel_id":"20","content":"hi","author":{"id":"30"}}""";

    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<GatewayEvent> _events = Channel.CreateUnbounded<GatewayEvent>();
    private readonly Task _running;

    private GatewayStage(ScriptedDiscord discord, bool compress, ShardChoice shards, int maxConcurrency)
    {
        Discord = discord;
        Start = new SessionStartLimit { Total = 1000, Remaining = 1000, ResetAfter = 60_000, MaxConcurrency = maxConcurrency };
        var settings = new GatewaySettings("token", Intents.Guilds | Intents.DirectMessages) { Compress = compress, HandshakeLimit = HandshakeLimit };
        Client = new GatewayClient(settings, shards, ClientWebSocketConnector.WithoutPings, FetchAsync, Time, () => 0.5, NullLogger.Instance);
        _running = PumpAsync();
    }

    public ScriptedDiscord Discord { get; }

    public SteppedTime Time { get; } = new();

    public GatewayClient Client { get; }

    public SessionStartLimit Start { get; set; }

    /// <summary>How often the client asked where to connect.</summary>
    public int Fetches { get; private set; }

    public static async Task<GatewayStage> OpenAsync(bool compress = true, ShardChoice? shards = null, int maxConcurrency = 1) =>
        new(await ScriptedDiscord.StartAsync(), compress, shards ?? new ShardChoice(1, null), maxConcurrency);

    public string ReadyJson(string session = "s1", string path = "/resume") =>
        $$"""{"v":10,"session_id":"{{session}}","resume_gateway_url":"{{Discord.GatewayAddress.ToString().TrimEnd('/')}}{{path}}","user":{"id":"7","username":"bot","bot":true},"guilds":[]}""";

    /// <summary>The next connection, up to a running session.</summary>
    public async Task<GatewayPeer> ReadyAsync(TimeSpan? interval = null)
    {
        var peer = await Discord.AcceptAsync();
        await peer.HelloAsync(interval);
        await peer.ExpectAsync(2);
        await peer.DispatchAsync(1, "READY", ReadyJson());
        Assert.IsType<GatewayEvent.Ready>(await EventAsync());
        return peer;
    }

    /// <summary>The next connection, which must ask to go on with the session after an event.</summary>
    public async Task<GatewayPeer> ResumesAsync(long sequence)
    {
        var peer = await Discord.AcceptAsync();
        Assert.Equal("/resume", peer.Path);
        Assert.Equal("?v=10&encoding=json&compress=zlib-stream", peer.Query);
        await peer.HelloAsync();
        var resume = await peer.ExpectAsync(6);
        Assert.Equal("s1", resume.GetProperty("session_id").GetString());
        Assert.Equal("token", resume.GetProperty("token").GetString());
        Assert.Equal(sequence, resume.GetProperty("seq").GetInt64());
        return peer;
    }

    /// <summary>The next connection, up to a session that goes on.</summary>
    public async Task<GatewayPeer> ResumedAsync()
    {
        var peer = await Discord.AcceptAsync();
        await peer.HelloAsync();
        await peer.ExpectAsync(6);
        await peer.DispatchAsync(2, "RESUMED", "{}");
        Assert.IsType<GatewayEvent.Resumed>(await EventAsync());
        return peer;
    }

    /// <summary>The next event.</summary>
    public async Task<GatewayEvent> EventAsync() => await _events.Reader.ReadAsync().AsTask().WaitAsync(Patience.Limit);

    /// <summary>The text of the next event, a message.</summary>
    public async Task<string> MessageAsync() => Assert.IsType<GatewayEvent.MessageCreated>(await EventAsync()).Message.Content;

    /// <summary>Why the client gave up.</summary>
    public async Task<Exception> FailureAsync() => await Assert.ThrowsAnyAsync<Exception>(() => _running.WaitAsync(Patience.Limit));

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAny(_running).WaitAsync(Patience.Limit);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Discord.DisposeAsync();
        _stop.Dispose();
    }

    private Task<GatewayBot> FetchAsync(CancellationToken cancellationToken)
    {
        Fetches++;
        return Task.FromResult(new GatewayBot { Url = Discord.GatewayAddress.ToString(), Shards = 1, SessionStartLimit = Start });
    }

    private async Task PumpAsync()
    {
        await foreach (var happened in Client.ReadAsync(_stop.Token))
            _events.Writer.TryWrite(happened);
    }
}
