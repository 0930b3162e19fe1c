using System.Collections.Concurrent;
using System.Globalization;
using System.Net.WebSockets;
using System.Threading.Channels;
using ChatLineage.Chat.Platforms;
using ChatLineage.Slack;
using ChatLineage.Testing.Slack;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatLineage.Soak.Slack;

/// <summary>
/// Slack by Socket Mode: lost acknowledgements, refreshes and duplicates on the sockets, refusals of both kinds and lost answers of calls.
/// Connections break less often than the rest goes wrong: the client would rightly wait longer and longer for one that breaks every few
/// seconds.
/// </summary>
internal sealed class SlackSoak : ISoakedService
{
    private const int AtOnce = 64;
    private const int Channels = 20_000;

    private readonly ScriptedSlack _slack = ScriptedSlack.Start();
    private readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan };
    private readonly Channel<(int Question, int Retry)> _waiting = Channel.CreateUnbounded<(int, int)>();
    private readonly SlackCalls _calls;
    private int _envelopes;
    private int _deliveries;

    public SlackSoak(int count)
    {
        Ledger = new Ledger(count, AtOnce);
        _calls = new SlackCalls(Ledger, Faults.Note);
        _slack.KeepCalls = false;
        _slack.Api = _calls.Answer;
        _slack.Socket = ServeAsync;
        var options = new SlackOptions { BotToken = "xoxb-soak", AppToken = "xapp-soak", ApiAddress = _slack.ApiAddress, Connections = 4 };
        Platform = new SlackPlatform(options, _http, TimeProvider.System, NullLogger<SlackPlatform>.Instance);
    }

    public IChatPlatform Platform { get; }

    public Ledger Ledger { get; }

    public FaultLog Faults { get; } = new();

    public string Connections => "";

    public string Describe(int question) => "mention";

    public async Task AskAllAsync(CancellationToken cancellationToken)
    {
        for (var question = 0; question < Ledger.Count; question++)
        {
            await Ledger.RoomAsync(cancellationToken);
            Ledger.Ask(question);
            _waiting.Writer.TryWrite((question, 0));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _slack.DisposeAsync();
        _http.Dispose();
    }

    private async Task ServeAsync(SlackPeer peer)
    {
        using var life = new CancellationTokenSource();
        var unacknowledged = new ConcurrentDictionary<string, (int Question, int Retry)>();
        await peer.HelloAsync();
        var sending = SendAllAsync(peer, unacknowledged, life.Token);
        try
        {
            while (await peer.ReceiveAsync(Timeout.InfiniteTimeSpan) is { } message)
            {
                if (unacknowledged.TryRemove(message.GetProperty("envelope_id").GetString()!, out var taken))
                    Ledger.Acknowledge(taken.Question);
            }
        }
        finally
        {
            await life.CancelAsync();
            await sending;
            foreach (var (question, retry) in unacknowledged.Values)
                _waiting.Writer.TryWrite((question, retry + 1));
        }
    }

    private async Task SendAllAsync(
        SlackPeer peer, ConcurrentDictionary<string, (int Question, int Retry)> unacknowledged, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                var (question, retry) = await _waiting.Reader.ReadAsync(cancellationToken);
                var number = Interlocked.Increment(ref _deliveries);
                await SendAsync(peer, unacknowledged, question, retry);
                if (number % 300 == 0)
                {
                    Faults.Note("duplicate delivery");
                    await SendAsync(peer, unacknowledged, question, retry);
                }

                if (number % 700 == 0)
                {
                    Faults.Note("refresh");
                    await peer.DisconnectAsync("refresh_requested");
                }

                if (number % 5000 != 0)
                    continue;
                Faults.Note("connection broken before the acknowledgement");
                peer.Break();
                return;
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The connection has ended; what it did not acknowledge is delivered again.
        }
    }

    private async Task SendAsync(
        SlackPeer peer, ConcurrentDictionary<string, (int Question, int Retry)> unacknowledged, int question, int retry)
    {
        var envelope = $"e{Interlocked.Increment(ref _envelopes).ToString(CultureInfo.InvariantCulture)}";
        unacknowledged[envelope] = (question, retry);
        await peer.DeliverAsync("events_api", envelope, $$$"""
            {"type":"event_callback","team_id":"T1","event_id":"Ev{{{question}}}","event":{"type":"app_mention","channel":"C{{{question % Channels}}}",
             "user":"U{{{question}}}","team":"T1","text":"<@U0BOT> What is model {{{question}}} built on?","ts":"{{{SlackCalls.AskedAs(question)}}}"}}
            """, retry);
    }
}
