using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;

namespace ChatLineage.Testing.Discord.Server;

/// <summary>The gateway of <see cref="DiscordServer"/>: one session, which connections begin or go on with; what was missed is sent again.</summary>
internal sealed class GatewaySide(DiscordServer server)
{
    private readonly Lock _lock = new();
    private readonly List<(string Name, string Json)> _events = [];
    private readonly ConcurrentDictionary<GatewayPeer, Feed> _feeds = [];
    private int _forgotten;
    private string _session = "";

    public int Identified { get; private set; }

    public int Resumed { get; private set; }

    /// <summary>Events that a resume can still ask for, at most.</summary>
    private const int MaxKept = 20_000;

    public void Dispatch(string name, string json)
    {
        lock (_lock)
        {
            _events.Add((name, json));
            if (_events.Count > Math.Min(MaxKept, server.Kept))
            {
                var old = _events.Count / 2;
                _events.RemoveRange(0, old);
                _forgotten += old;
            }

            foreach (var feed in _feeds.Values)
                feed.Wake();
        }
    }

    public void BreakAll()
    {
        foreach (var peer in _feeds.Keys)
            peer.Break();
    }

    public Task SendToAllAsync(string json) => Task.WhenAll(_feeds.Keys.Select(peer => peer.SendAsync(json)));

    public Task CloseAllAsync(int code) => Task.WhenAll(_feeds.Keys.Select(peer => peer.CloseAsync(code)));

    public async Task ServeAsync(GatewayPeer peer)
    {
        try
        {
            await peer.HelloAsync(TimeSpan.FromSeconds(41));
            using var over = new CancellationTokenSource();
            Task sending = Task.CompletedTask;
            while (await peer.ReceiveAsync(Timeout.InfiniteTimeSpan) is { } payload)
            {
                switch (payload.GetProperty("op").GetInt32())
                {
                    case 1:
                        await peer.SendAsync("""{"op":11}""");
                        break;
                    case 2:
                        sending = SendAsync(peer, Identify(), over.Token);
                        break;
                    case 6 when TryResume(payload.GetProperty("d"), out var next):
                        sending = SendAsync(peer, next, over.Token);
                        break;
                    case 6:
                        await peer.SendAsync("""{"op":9,"d":false}""");
                        break;
                }
            }

            await over.CancelAsync();
            await Task.WhenAny(sending);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException)
        {
            // The connection broke.
        }
        finally
        {
            _feeds.TryRemove(peer, out _);
        }
    }

    private int Identify()
    {
        lock (_lock)
        {
            Identified++;
            _session = $"session-{Identified}";
            var address = server.Wire.GatewayAddress.ToString().TrimEnd('/');
            // What happened before the first session comes in it, so that a test need not wait for the connection.
            var start = Identified == 1 ? 0 : _forgotten + _events.Count;
            (string, string)[] first = [("READY", $$$"""{"v":10,"session_id":"{{{_session}}}","resume_gateway_url":"{{{address}}}/resume","user":{"id":"{{{DiscordServer.Bot}}}","username":"lineage","bot":true},"application":{"id":"{{{DiscordServer.Application}}}","flags":0},"private_channels":[],"guilds":[{"id":"{{{DiscordServer.Guild}}}","unavailable":true}]}"""),
                ("GUILD_CREATE", GuildJson)];
            _events.InsertRange(start - _forgotten, first);
            return start;
        }
    }

    private static string GuildJson { get; } = $$$"""
        {"id":"{{{DiscordServer.Guild}}}","name":"Lineage","owner_id":"1","unavailable":false,"member_count":2,"preferred_locale":"en-US",
        "roles":[{"id":"{{{DiscordServer.Guild}}}","name":"@everyone","permissions":"0"},{"id":"900","name":"readers","permissions":"0"},
        {"id":"{{{DiscordServer.BotRole}}}","name":"lineage","permissions":"0","managed":true,"tags":{"bot_id":"{{{DiscordServer.Bot}}}"}}],
        "emojis":[],"features":[],"members":[],"presences":[],"voice_states":[],"guild_scheduled_events":[],
        "channels":[{"id":"{{{DiscordServer.Channel}}}","type":0,"name":"general","position":0,"permission_overwrites":[]}],
        "threads":[{"id":"{{{DiscordServer.Thread}}}","type":11,"name":"a thread","parent_id":"{{{DiscordServer.Channel}}}","owner_id":"1",
        "thread_metadata":{"archived":false,"auto_archive_duration":1440,"archive_timestamp":"2026-01-01T00:00:00Z","locked":false}}]}
        """;

    private bool TryResume(JsonElement resume, out int next)
    {
        lock (_lock)
        {
            next = resume.GetProperty("seq").GetInt32();
            if (resume.GetProperty("session_id").GetString() != _session || next < _forgotten)
                return false;
            Resumed++;
            _events.Add(("RESUMED", "{}"));
            return true;
        }
    }

    // The number of an event is its place in the list, from 1.
    private async Task SendAsync(GatewayPeer peer, int next, CancellationToken cancellationToken)
    {
        var feed = new Feed();
        _feeds[peer] = feed;
        while (!cancellationToken.IsCancellationRequested)
        {
            var woken = feed.Woken;
            (string Name, string Json)? happened = null;
            lock (_lock)
            {
                if (next < _forgotten)
                {
                    // So far behind that its session cannot go on, which it learns when it tries to resume.
                    peer.Break();
                    return;
                }

                if (next < _forgotten + _events.Count)
                    happened = _events[next - _forgotten];
            }

            if (happened is var (name, json))
                await peer.DispatchAsync(++next, name, json);
            else
                await woken.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Wakes a connection that waits for events.</summary>
    private sealed class Feed
    {
        private TaskCompletionSource _woken = NewSignal();

        public Task Woken => Volatile.Read(ref _woken).Task;

        public void Wake() => Interlocked.Exchange(ref _woken, NewSignal()).TrySetResult();

        private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
