using System.Collections.Immutable;
using ChatLineage.Chat.Platforms;
using ChatLineage.Chat.Storage;
using ChatLineage.Testing;
using ChatLineage.Testing.Slack;

namespace ChatLineage.Slack.SlackNet.Tests.SocketMode;

/// <summary>The platform as it runs, with an inbox that stores as a test says.</summary>
internal sealed class SocketRun : IInbox, IAsyncDisposable
{
    private readonly ScriptedSlack _slack;
    private readonly SlackNetPlatform _platform;
    private readonly Func<IncomingMessage, Task> _store;
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _received = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _running;

    public SocketRun(ScriptedSlack slack, SlackNetPlatform platform, Func<IncomingMessage, Task> store)
    {
        (_slack, _platform, _store) = (slack, platform, store);
        _running = platform.RunAsync(this, _stop.Token);
    }

    /// <summary>Completes when the platform has ended.</summary>
    public Task Ended => _running.WaitAsync(Patience.Limit);

    /// <summary>The next connection, which has said hello.</summary>
    public async Task<SlackPeer> ConnectAsync()
    {
        var peer = await _slack.AcceptAsync();
        await peer.HelloAsync();
        return peer;
    }

    /// <summary>Completes when a message is about to be stored.</summary>
    public Task ReceivedAsync() => _received.Task.WaitAsync(Patience.Limit);

    public async ValueTask<Receipt> ReceiveAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        _received.TrySetResult();
        await _store(message);
        return Receipt.Accepted;
    }

    public void Withdraw(string platform, string messageId)
    {
    }

    public ValueTask<bool> TryTakeAsync(IncomingAction action, CancellationToken cancellationToken) => ValueTask.FromResult(true);

    public ValueTask<Reply> ActAsync(IncomingAction action, CancellationToken cancellationToken) => ValueTask.FromResult(new Reply("Done."));

    public ImmutableArray<string> Suggest(string typed, int maxCount) => [];

    public ValueTask<ImmutableArray<Gap>> RecentGapsAsync(int maxCount, CancellationToken cancellationToken) => ValueTask.FromResult<ImmutableArray<Gap>>([]);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAny(_running).WaitAsync(Patience.Limit);
        _stop.Dispose();
        _platform.Dispose();
    }
}
