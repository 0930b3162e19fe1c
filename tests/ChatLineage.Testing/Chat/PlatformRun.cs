using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading.Channels;
using ChatLineage.Chat.Platforms;
using ChatLineage.Chat.Storage;

namespace ChatLineage.Testing.Chat;

/// <summary>A platform that runs, and an inbox that hands a test what it brings.</summary>
public sealed class PlatformRun : IInbox, IAsyncDisposable
{
    private readonly Channel<IncomingMessage> _messages = Channel.CreateUnbounded<IncomingMessage>();
    private readonly Channel<IncomingAction> _actions = Channel.CreateUnbounded<IncomingAction>();
    private readonly Channel<string> _withdrawn = Channel.CreateUnbounded<string>();
    private readonly ConcurrentDictionary<string, bool> _taken = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    /// <summary>Starts the platform.</summary>
    public PlatformRun(IChatPlatform platform) => _running = platform.RunAsync(this, _stop.Token);

    /// <summary>What is shown for a button.</summary>
    public Func<IncomingAction, Reply> OnAction { get; init; } = action => new Reply($"Done: {action.Action}.") { Audience = Audience.Asker };

    /// <summary>What becomes of a message.</summary>
    public Func<IncomingMessage, Receipt> OnMessage { get; init; } = _ => Receipt.Accepted;

    /// <summary>Names for what is typed, and how many are wanted.</summary>
    public Func<string, int, ImmutableArray<string>> OnSuggest { get; init; } = (_, _) => [];

    /// <summary>The next message.</summary>
    public Task<IncomingMessage> NextMessageAsync() => _messages.Reader.ReadAsync().AsTask().WaitAsync(Patience.Limit);

    /// <summary>The next button pressed.</summary>
    public Task<IncomingAction> NextActionAsync() => _actions.Reader.ReadAsync().AsTask().WaitAsync(Patience.Limit);

    /// <summary>The id of the next message that was taken back.</summary>
    public Task<string> NextWithdrawalAsync() => _withdrawn.Reader.ReadAsync().AsTask().WaitAsync(Patience.Limit);

    /// <summary>True when a message has arrived that was not read yet.</summary>
    public bool HasMore => _messages.Reader.TryPeek(out _);

    /// <summary>Ends the run.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        try
        {
            await _running.WaitAsync(Patience.Limit);
        }
        catch (OperationCanceledException)
        {
            // Either way of ending is allowed.
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }

    ValueTask<Receipt> IInbox.ReceiveAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        _messages.Writer.TryWrite(message);
        return ValueTask.FromResult(OnMessage(message));
    }

    void IInbox.Withdraw(string platform, string messageId) => _withdrawn.Writer.TryWrite(messageId);

    ValueTask<bool> IInbox.TryTakeAsync(IncomingAction action, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_taken.TryAdd(action.Id, true));

    ValueTask<Reply> IInbox.ActAsync(IncomingAction action, CancellationToken cancellationToken)
    {
        _actions.Writer.TryWrite(action);
        return ValueTask.FromResult(OnAction(action));
    }

    ImmutableArray<string> IInbox.Suggest(string typed, int maxCount) => OnSuggest(typed, maxCount);

    ValueTask<ImmutableArray<Gap>> IInbox.RecentGapsAsync(int maxCount, CancellationToken cancellationToken) => ValueTask.FromResult<ImmutableArray<Gap>>([]);
}
