using ChatLineage.Discord.Protocol.Gateway;

namespace ChatLineage.Discord.Tests.Protocol.Gateway;

/// <summary>Shards, against a scripted gateway (events/gateway.mdx).</summary>
public sealed class GatewayShardTests
{
    [Fact]
    public async Task Shards_start_five_seconds_apart_and_by_max_concurrency()
    {
        await using var stage = await GatewayStage.OpenAsync(shards: new ShardChoice(4, null), maxConcurrency: 2);

        var first = new[] { await ShardAsync(stage), await ShardAsync(stage) };
        Assert.False(stage.Discord.HasPeer);
        await stage.Time.WaiterAsync(TimeSpan.FromSeconds(5));
        await stage.Time.StepAsync(TimeSpan.FromSeconds(5));
        var second = new[] { await ShardAsync(stage), await ShardAsync(stage) };

        Assert.Equal([0, 1, 2, 3], first.Concat(second).Order());
        Assert.Equal([0, 1], first.Select(shard => shard % 2).Order());
    }

    [Fact]
    public async Task Shards_chosen_start_and_no_others()
    {
        await using var stage = await GatewayStage.OpenAsync(shards: new ShardChoice(8, [5]));

        Assert.Equal(5, await ShardAsync(stage));
        Assert.Equal((0, 1), stage.Client.Shards);
    }

    [Theory]
    [InlineData(81384788765712384, 1, 0)]
    [InlineData(81384788765712384, 4, 2)]
    [InlineData(1UL << 22, 4, 1)]
    public void ShardOf_guild_follows_the_formula(ulong guild, int shards, int expected) =>
        Assert.Equal(expected, GatewayClient.ShardOf(guild, shards));

    private static async Task<int> ShardAsync(GatewayStage stage)
    {
        var peer = await stage.Discord.AcceptAsync();
        await peer.HelloAsync();
        return (await peer.ExpectAsync(2)).GetProperty("shard")[0].GetInt32();
    }
}
