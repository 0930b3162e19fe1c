using ChatLineage.Chat.Conversations;
using ChatLineage.Chat.Dispatch;

namespace ChatLineage.Chat.Tests.Dispatch;

/// <summary>Whose turn it is.</summary>
public sealed class TurnQueueTests
{
    [Fact]
    public async Task Place_stays_when_somebody_who_came_later_goes_first()
    {
        var queue = new TurnQueue(parallel: 2, maxWaiting: 10);
        using var running = Join(queue, "ada");
        using var waiting = Join(queue, "ada");

        Assert.Equal(1, await waiting.NextAsync(CancellationToken.None));
        using var overtaking = Join(queue, "bo");
        Assert.Equal(0, await overtaking.NextAsync(CancellationToken.None));
        var next = waiting.NextAsync(CancellationToken.None);
        Assert.False(next.IsCompleted);

        running.Dispose();
        Assert.Equal(0, await next);
    }

    [Fact]
    public async Task Place_counts_those_who_came_before()
    {
        var queue = new TurnQueue(parallel: 1, maxWaiting: 10);
        using var first = Join(queue, "a");
        using var second = Join(queue, "b");
        using var third = Join(queue, "c");

        Assert.Equal((1, 2), (await second.NextAsync(CancellationToken.None), await third.NextAsync(CancellationToken.None)));
        second.Dispose();
        Assert.Equal(1, await third.NextAsync(CancellationToken.None));
    }

    private static QueueTicket Join(TurnQueue queue, string conversation) =>
        queue.TryJoin(new ConversationKey("fake", conversation)) ?? throw new InvalidOperationException("Too many wait.");
}
