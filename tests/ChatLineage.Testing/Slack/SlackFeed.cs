using System.Collections.Concurrent;
using System.Threading.Channels;

namespace ChatLineage.Testing.Slack;

/// <summary>
/// Delivers to whatever connection is open, one envelope after another, and waits for each acknowledgement; what a connection did not
/// acknowledge before it broke is delivered again.
/// </summary>
public sealed class SlackFeed : IAsyncDisposable
{
    private readonly Channel<(string Type, string Payload)> _waiting = Channel.CreateUnbounded<(string, string)>();
    private readonly Channel<SlackPeer> _ready = Channel.CreateUnbounded<SlackPeer>();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<bool>> _unacknowledged = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _delivering;
    private int _last;

    /// <summary>Takes over the connections of a server.</summary>
    public SlackFeed(ScriptedSlack slack)
    {
        slack.Socket = ServeAsync;
        _delivering = DeliverAllAsync();
    }

    /// <summary>How many deliveries were acknowledged.</summary>
    public int Acknowledged { get; private set; }

    /// <summary>The answer in the latest acknowledgement that carried one.</summary>
    public string? LatestAnswer { get; private set; }

    /// <summary>Queues a delivery.</summary>
    public void Deliver(string type, string payload) => _waiting.Writer.TryWrite((type, payload));

    /// <summary>Queues an event.</summary>
    public void DeliverEvent(string json) => Deliver("events_api", $$"""{"type":"event_callback","team_id":"{{SlackWorkspace.Team}}","event_id":"Ev{{Interlocked.Increment(ref _last)}}","event":{{json}}}""");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAny(_delivering);
        _stop.Dispose();
    }

    private async Task ServeAsync(SlackPeer peer)
    {
        await peer.HelloAsync();
        _ready.Writer.TryWrite(peer);
        while (await peer.ReceiveAsync() is { } message)
        {
            if (message.TryGetProperty("payload", out var answer))
                LatestAnswer = answer.GetRawText();
            if (_unacknowledged.TryRemove(message.GetProperty("envelope_id").GetString()!, out var waiting))
                waiting.TrySetResult(true);
        }

        foreach (var waiting in _unacknowledged.Values)
            waiting.TrySetResult(false);
    }

    private async Task DeliverAllAsync()
    {
        var peer = await _ready.Reader.ReadAsync(_stop.Token);
        await foreach (var (type, payload) in _waiting.Reader.ReadAllAsync(_stop.Token))
        {
            for (var retry = 0; ; retry++)
            {
                if (_ready.Reader.TryRead(out var newer))
                    peer = newer;
                var envelope = $"e{Interlocked.Increment(ref _last)}";
                var acknowledged = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
                _unacknowledged[envelope] = acknowledged;
                try
                {
                    await peer.DeliverAsync(type, envelope, payload, retry, acceptsAnswer: type == "slash_commands");
                    if (await acknowledged.Task.WaitAsync(_stop.Token))
                        break;
                }
                catch (Exception broken) when (broken is System.Net.WebSockets.WebSocketException or IOException or ObjectDisposedException or InvalidOperationException)
                {
                    _unacknowledged.TryRemove(envelope, out _);
                }

                peer = await _ready.Reader.ReadAsync(_stop.Token);
            }

            Acknowledged++;
        }
    }
}
