using ChatLineage.Discord.Protocol.Resources;
using ChatLineage.Discord.Protocol.Rest;
using ChatLineage.Discord.Protocol.Rest.RateLimits;
using ChatLineage.Testing;
using Microsoft.Extensions.Time.Testing;

namespace ChatLineage.Discord.Tests.Protocol.Rest;

public sealed class BucketsTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Of_steady_traffic_keeps_only_what_some_seconds_of_it_need()
    {
        var buckets = new Buckets(_time);
        var most = 0;
        for (var second = 0; second < 120; second++)
        {
            for (var count = 0; count < 200; count++)
                await UseAsync(buckets, (ulong)((second * 200) + count));
            _time.Advance(TimeSpan.FromSeconds(1));
            if (second > 30)
                most = Math.Max(most, buckets.Count);
        }

        // Those of the last ten seconds, and of the five between two times of looking.
        Assert.InRange(most, 2_000, 3_400);
    }

    [Fact]
    public async Task Of_one_that_somebody_waits_for_is_never_forgotten()
    {
        var buckets = new Buckets(_time);
        var held = buckets.Of(RouteOf(1));
        await held.EnterAsync(CancellationToken.None);
        var waiting = held.EnterAsync(CancellationToken.None).AsTask();
        for (ulong other = 2; other < 3_000; other++)
        {
            await UseAsync(buckets, other);
            _time.Advance(TimeSpan.FromSeconds(0.1));
        }

        Assert.Same(held, buckets.Of(RouteOf(1)));
        Assert.InRange(buckets.Count, 1, 1_100);
        held.Leave(default);
        await waiting.WaitAsync(Patience.Limit);
    }

    private static async Task UseAsync(Buckets buckets, ulong interaction)
    {
        var bucket = buckets.Of(RouteOf(interaction));
        await bucket.EnterAsync(CancellationToken.None);
        bucket.Leave(default);
    }

    private static Route RouteOf(ulong interaction) => Route.Callback(new Snowflake(interaction), "token");
}
