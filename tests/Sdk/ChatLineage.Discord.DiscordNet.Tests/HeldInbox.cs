using System.Collections.Immutable;
using ChatLineage.Chat.Platforms;
using ChatLineage.Chat.Storage;
using ChatLineage.Testing;

namespace ChatLineage.Discord.DiscordNet.Tests;

/// <summary>An inbox that takes the first message and does not let go of it, as one does whose disk is slow.</summary>
internal sealed class HeldInbox : IInbox
{
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the first message is there.</summary>
    public Task Begun => _begun.Task.WaitAsync(Patience.Limit);

    /// <summary>Lets go.</summary>
    public void Release() => _released.TrySetResult();

    public async ValueTask<Receipt> ReceiveAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        _begun.TrySetResult();
        await _released.Task.WaitAsync(cancellationToken);
        return Receipt.Accepted;
    }

    public void Withdraw(string platform, string messageId)
    {
    }

    public ValueTask<bool> TryTakeAsync(IncomingAction action, CancellationToken cancellationToken) => ValueTask.FromResult(true);

    public ValueTask<Reply> ActAsync(IncomingAction action, CancellationToken cancellationToken) => ValueTask.FromResult(new Reply("Done."));

    public ImmutableArray<string> Suggest(string typed, int maxCount) => [];

    public ValueTask<ImmutableArray<Gap>> RecentGapsAsync(int maxCount, CancellationToken cancellationToken) => ValueTask.FromResult<ImmutableArray<Gap>>([]);
}
