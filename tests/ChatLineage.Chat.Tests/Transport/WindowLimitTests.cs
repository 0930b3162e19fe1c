using ChatLineage.Chat.Transport;
using ChatLineage.Testing;

namespace ChatLineage.Chat.Tests.Transport;

public sealed class WindowLimitTests
{
    private readonly SteppedTime _time = new();

    [Fact]
    public async Task Wait_beyond_the_count_waits_until_the_oldest_leaves_the_window()
    {
        var limit = new WindowLimit(_time, 2, TimeSpan.FromSeconds(10));
        await limit.WaitAsync(CancellationToken.None);
        _time.Advance(TimeSpan.FromSeconds(4));
        await limit.WaitAsync(CancellationToken.None);

        var third = limit.WaitAsync(CancellationToken.None).AsTask();
        Assert.False(third.IsCompleted);
        await _time.StepAsync(TimeSpan.FromSeconds(6));

        await third.WaitAsync(Patience.Limit);
    }

    [Fact]
    public void TryTake_leaves_what_is_reserved()
    {
        var limit = new WindowLimit(_time, 3, TimeSpan.FromSeconds(10));

        Assert.True(limit.HasRoom(2));
        Assert.True(limit.TryTake(2));
        Assert.False(limit.HasRoom(2));
        Assert.False(limit.TryTake(2));
        Assert.True(limit.TryTake(0));
        Assert.True(limit.TryTake(0));
        Assert.False(limit.TryTake(0));
    }

    [Fact]
    public async Task TryTake_lets_those_that_wait_go_first()
    {
        var limit = new WindowLimit(_time, 1, TimeSpan.FromSeconds(10));
        Assert.True(limit.TryTake(0));
        var waiting = limit.WaitAsync(CancellationToken.None).AsTask();

        Assert.False(limit.HasRoom(0));
        Assert.False(limit.TryTake(0));
        await _time.StepAsync(TimeSpan.FromSeconds(10));

        await waiting.WaitAsync(Patience.Limit);
    }

    [Fact]
    public async Task Block_holds_everything_back_for_its_time_and_the_longer_one_counts()
    {
        var limit = new WindowLimit(_time, 5, TimeSpan.FromSeconds(1));
        limit.Block(TimeSpan.FromSeconds(30));
        limit.Block(TimeSpan.FromSeconds(2));

        Assert.False(limit.HasRoom(0));
        Assert.False(limit.IsIdle);
        var waiting = limit.WaitAsync(CancellationToken.None).AsTask();
        await _time.StepAsync(TimeSpan.FromSeconds(30));

        await waiting.WaitAsync(Patience.Limit);
    }

    [Fact]
    public async Task Wait_cancelled_makes_room_for_others()
    {
        var limit = new WindowLimit(_time, 1, TimeSpan.FromSeconds(10));
        Assert.True(limit.TryTake(0));
        using var stop = new CancellationTokenSource();
        var waiting = limit.WaitAsync(stop.Token).AsTask();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        _time.Advance(TimeSpan.FromSeconds(10));

        Assert.True(limit.IsIdle);
        Assert.True(limit.TryTake(0));
    }
}
