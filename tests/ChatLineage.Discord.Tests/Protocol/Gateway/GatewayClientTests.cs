using ChatLineage.Discord.Protocol.Gateway;
using ChatLineage.Testing.Discord;

namespace ChatLineage.Discord.Tests.Protocol.Gateway;

/// <summary>The life of a connection, against a scripted gateway (events/gateway.mdx).</summary>
public sealed class GatewayClientTests
{
    private static readonly int[] Waits = [1, 2, 5, 10, 30, 60, 60];

    private const string Hi = """{"id":"10","channel_id":"20","content":"hi","author":{"id":"30"}}""";

    [Fact]
    public async Task Connect_always_asks_for_version_10_json_and_compression()
    {
        await using var stage = await GatewayStage.OpenAsync();

        var peer = await stage.ReadyAsync();

        Assert.Equal("?v=10&encoding=json&compress=zlib-stream", peer.Query);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Identify_always_names_token_intents_and_shard(bool compress)
    {
        await using var stage = await GatewayStage.OpenAsync(compress);
        var peer = await stage.Discord.AcceptAsync();
        await peer.HelloAsync();

        var identify = await peer.ExpectAsync(2);

        Assert.Equal("token", identify.GetProperty("token").GetString());
        Assert.Equal((1 << 0) | (1 << 12), identify.GetProperty("intents").GetInt32());
        Assert.Equal("[0,1]", identify.GetProperty("shard").GetRawText());
        Assert.Equal("ChatLineage", identify.GetProperty("properties").GetProperty("browser").GetString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Event_in_parts_is_put_together(bool compress)
    {
        await using var stage = await GatewayStage.OpenAsync(compress);
        var peer = await stage.ReadyAsync();

        await peer.SendInPartsAsync($$"""{"t":"MESSAGE_CREATE","s":2,"op":0,"d":{{Hi}}}""");

        Assert.Equal("hi", await stage.MessageAsync());
    }

    [Fact]
    public async Task Event_malformed_is_skipped_and_the_next_arrives()
    {
        await using var stage = await GatewayStage.OpenAsync();
        var peer = await stage.ReadyAsync();

        await peer.SendAsync("{\"op\":0,\"s\":");
        await peer.DispatchAsync(2, "MESSAGE_CREATE", """{"id":"not a number"}""");
        await peer.SendAsync("[]");
        await peer.DispatchAsync(3, "NEW_KIND_OF_EVENT", """{"deep":[{"er":1}]}""");
        await peer.DispatchAsync(4, "MESSAGE_CREATE", Hi);

        Assert.Equal("hi", await stage.MessageAsync());
    }

    [Fact]
    public async Task Heartbeat_first_comes_after_the_interval_times_jitter_then_every_interval()
    {
        await using var stage = await GatewayStage.OpenAsync();
        var peer = await stage.Discord.AcceptAsync();
        await peer.HelloAsync(TimeSpan.FromSeconds(40));
        await peer.ExpectAsync(2);

        await stage.Time.StepAsync(TimeSpan.FromSeconds(20));
        Assert.Equal("null", (await peer.ExpectAsync(1)).GetRawText());
        await peer.SendAsync("""{"op":11}""");
        await peer.DispatchAsync(5, "READY", stage.ReadyJson());
        await stage.EventAsync();
        await stage.Time.StepAsync(TimeSpan.FromSeconds(40));

        Assert.Equal(5, (await peer.ExpectAsync(1)).GetInt64());
    }

    [Fact]
    public async Task Heartbeat_asked_for_is_sent_at_once()
    {
        await using var stage = await GatewayStage.OpenAsync();
        var peer = await stage.ReadyAsync();

        await peer.SendAsync("""{"op":1,"d":null}""");

        Assert.Equal(1, (await peer.ExpectAsync(1)).GetInt64());
    }

    [Fact]
    public async Task Heartbeat_not_acknowledged_closes_without_ending_the_session_and_resumes()
    {
        await using var stage = await GatewayStage.OpenAsync();
        var peer = await stage.ReadyAsync(TimeSpan.FromSeconds(40));

        await stage.Time.StepAsync(TimeSpan.FromSeconds(20));
        await peer.ExpectAsync(1);
        await stage.Time.StepAsync(TimeSpan.FromSeconds(40));

        Assert.Equal(4900, await peer.ExpectCloseAsync());
        await AssertResumesAsync(stage, sequence: 1);
    }

    [Fact]
    public async Task Session_not_ready_in_time_connects_again()
    {
        await using var stage = await GatewayStage.OpenAsync();
        var peer = await stage.Discord.AcceptAsync();
        await peer.HelloAsync();
        await peer.ExpectAsync(2);

        // The first wait of this length is for the connection itself.
        await stage.Time.WaiterAsync(GatewayStage.HandshakeLimit);
        await stage.Time.StepAsync(GatewayStage.HandshakeLimit);

        Assert.Equal(4900, await peer.ExpectCloseAsync());
        await stage.ReadyAsync();
    }

    [Fact]
    public async Task Ready_without_an_address_to_resume_at_counts_as_not_ready()
    {
        await using var stage = await GatewayStage.OpenAsync();
        var peer = await stage.Discord.AcceptAsync();
        await peer.HelloAsync();
        await peer.ExpectAsync(2);

        await peer.DispatchAsync(1, "READY", """{"session_id":"s1","resume_gateway_url":"nowhere","user":{"id":"7"}}""");
        await stage.Time.StepAsync(GatewayStage.HandshakeLimit);

        var next = await stage.Discord.AcceptAsync();
        await next.HelloAsync();
        await next.ExpectAsync(2);
    }

    [Fact]
    public async Task Reconnect_asked_for_before_ready_identifies_again()
    {
        await using var stage = await GatewayStage.OpenAsync();
        var peer = await stage.Discord.AcceptAsync();
        await peer.HelloAsync();
        await peer.ExpectAsync(2);

        await peer.SendAsync("""{"op":7,"d":null}""");
        await stage.Time.StepAsync(TimeSpan.FromSeconds(5));

        var next = await stage.Discord.AcceptAsync();
        await next.HelloAsync();
        await next.ExpectAsync(2);
    }

    [Fact]
    public async Task Reconnect_asked_for_resumes_at_the_resume_address()
    {
        await using var stage = await GatewayStage.OpenAsync();
        var peer = await stage.ReadyAsync();
        await peer.DispatchAsync(2, "MESSAGE_CREATE", Hi);
        await stage.MessageAsync();

        await peer.SendAsync("""{"op":7,"d":null}""");

        Assert.Equal(4900, await peer.ExpectCloseAsync());
        await AssertResumesAsync(stage, sequence: 2);
        Assert.Equal(1, stage.Fetches);
    }

    [Fact]
    public async Task Resume_replays_what_was_missed()
    {
        await using var stage = await GatewayStage.OpenAsync();
        (await stage.ReadyAsync()).Break();
        var peer = await AssertResumesAsync(stage, sequence: 1);

        await peer.DispatchAsync(2, "MESSAGE_CREATE", Hi);
        await peer.DispatchAsync(3, "RESUMED", "{}");

        Assert.Equal("hi", await stage.MessageAsync());
        Assert.IsType<GatewayEvent.Resumed>(await stage.EventAsync());
        Assert.Equal((1, 1), stage.Client.Shards);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Invalid_session_pauses_then_resumes_or_begins_anew(bool resumable)
    {
        await using var stage = await GatewayStage.OpenAsync();
        var peer = await stage.ReadyAsync();

        await peer.SendAsync($$"""{"op":9,"d":{{(resumable ? "true" : "false")}}}""");
        await peer.ExpectCloseAsync();

        // 1 to 5 seconds, by the jitter of 0.5.
        await stage.Time.StepAsync(TimeSpan.FromSeconds(3));
        if (resumable)
        {
            await AssertResumesAsync(stage, sequence: 1);
            return;
        }

        await stage.Time.StepAsync(TimeSpan.FromSeconds(2));
        await stage.ReadyAsync();
        Assert.Equal(2, stage.Fetches);
    }

    [Theory]
    [InlineData(4000)]
    [InlineData(4001)]
    [InlineData(4002)]
    [InlineData(4003)]
    [InlineData(4005)]
    [InlineData(4008)]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(1012)]
    public async Task Close_resumable_resumes(int code)
    {
        await using var stage = await GatewayStage.OpenAsync();

        await (await stage.ReadyAsync()).CloseAsync(code);

        await AssertResumesAsync(stage, sequence: 1);
    }

    [Theory]
    [InlineData(4007)]
    [InlineData(4009)]
    public async Task Close_that_ends_the_session_identifies_again_five_seconds_later(int code)
    {
        await using var stage = await GatewayStage.OpenAsync();

        await (await stage.ReadyAsync()).CloseAsync(code);

        await stage.Time.StepAsync(TimeSpan.FromSeconds(5));
        await stage.ReadyAsync();
    }

    [Theory]
    [InlineData(4004, "CHATLINEAGE_Discord__Token")]
    [InlineData(4010, "Discord:ShardIds")]
    [InlineData(4011, "Discord:ShardCount")]
    [InlineData(4012, "Update ChatLineage")]
    [InlineData(4013, "Update ChatLineage")]
    [InlineData(4014, "Message Content Intent")]
    public async Task Close_fatal_stops_and_says_what_to_change(int code, string fix)
    {
        await using var stage = await GatewayStage.OpenAsync();
        var peer = await stage.Discord.AcceptAsync();
        await peer.HelloAsync();
        await peer.ExpectAsync(2);

        await peer.CloseAsync(code);

        var stopped = Assert.IsType<GatewayStoppedException>(await stage.FailureAsync());
        Assert.Contains(fix, stopped.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("token ", stopped.Message.Replace("the token ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.False(stage.Discord.HasPeer);
    }

    [Fact]
    public async Task Break_in_the_middle_of_a_frame_resumes()
    {
        await using var stage = await GatewayStage.OpenAsync();

        await (await stage.ReadyAsync()).BreakMidFrameAsync($$"""{"op":0,"s":2,"t":"MESSAGE_CREATE","d":{{Hi}}}""");

        await AssertResumesAsync(stage, sequence: 1);
    }

    [Fact]
    public async Task Compression_broken_resumes_with_a_fresh_context()
    {
        await using var stage = await GatewayStage.OpenAsync();

        await (await stage.ReadyAsync()).SendRawAsync([0xde, 0xad, 0xbe, 0xef, 0x00, 0x00, 0xff, 0xff]);

        var peer = await AssertResumesAsync(stage, sequence: 1);
        await peer.DispatchAsync(2, "MESSAGE_CREATE", Hi);
        Assert.Equal("hi", await stage.MessageAsync());
    }

    [Fact]
    public async Task Events_repeated_and_out_of_order_do_not_turn_the_session_back()
    {
        await using var stage = await GatewayStage.OpenAsync();
        var peer = await stage.ReadyAsync();
        await peer.DispatchAsync(9, "MESSAGE_CREATE", Hi);
        await peer.DispatchAsync(4, "MESSAGE_CREATE", Hi);
        await stage.MessageAsync();
        await stage.MessageAsync();

        peer.Break();

        await AssertResumesAsync(stage, sequence: 9);
    }

    [Fact]
    public async Task Failures_in_a_row_wait_longer_and_give_up_the_resume_address()
    {
        await using var stage = await GatewayStage.OpenAsync();
        (await stage.ReadyAsync()).Break();
        foreach (var seconds in new[] { 1, 2, 5, 10 })
        {
            (await stage.Discord.AcceptAsync()).Break();
            await stage.Time.StepAsync(TimeSpan.FromSeconds(seconds));
        }

        (await stage.Discord.AcceptAsync()).Break();
        await stage.Time.StepAsync(TimeSpan.FromSeconds(30));
        var peer = await stage.ReadyAsync();

        Assert.Equal("/", peer.Path);
    }

    [Fact]
    public async Task Connections_that_break_soon_after_they_resumed_keep_the_session()
    {
        await using var stage = await GatewayStage.OpenAsync();
        var peer = await stage.ReadyAsync();
        for (var number = 1; number <= 8; number++)
        {
            peer.Break();
            if (number > 1)
                await stage.Time.StepAsync(TimeSpan.FromSeconds(Waits[number - 2]));
            peer = await stage.Discord.AcceptAsync();
            await peer.HelloAsync();
            Assert.Equal("s1", (await peer.ExpectAsync(6)).GetProperty("session_id").GetString());
            await peer.DispatchAsync(1 + number, "RESUMED", "{}");
            Assert.IsType<GatewayEvent.Resumed>(await stage.EventAsync());
        }
    }

    [Fact]
    public async Task Connections_that_break_after_some_seconds_resume_at_once()
    {
        await using var stage = await GatewayStage.OpenAsync();
        var peer = await stage.ReadyAsync();
        for (var number = 1; number <= 8; number++)
        {
            stage.Time.Advance(TimeSpan.FromSeconds(5));
            peer.Break();
            peer = await stage.Discord.AcceptAsync();
            await peer.HelloAsync();
            await peer.ExpectAsync(6);
            await peer.DispatchAsync(1 + number, "RESUMED", "{}");
            Assert.IsType<GatewayEvent.Resumed>(await stage.EventAsync());
        }
    }

    [Fact]
    public async Task Renewal_that_Discord_asks_for_ends_a_row_of_failures()
    {
        await using var stage = await GatewayStage.OpenAsync();
        (await stage.ReadyAsync()).Break();
        (await ResumedAsync(stage)).Break();
        await stage.Time.StepAsync(TimeSpan.FromSeconds(1));

        await (await ResumedAsync(stage)).SendAsync("""{"op":7,"d":null}""");
        (await ResumedAsync(stage)).Break();

        // At once, although the clock stands still.
        await ResumedAsync(stage);
    }

    [Fact]
    public async Task Stop_closes_with_1000()
    {
        await using var stage = await GatewayStage.OpenAsync();
        var peer = await stage.ReadyAsync();

        var stopping = stage.StopAsync();

        Assert.Equal(1000, await peer.ExpectCloseAsync());
        await stopping;
    }

    [Fact]
    public async Task Sessions_of_the_day_nearly_used_up_waits_for_new_ones()
    {
        await using var stage = await GatewayStage.OpenAsync();
        await (await stage.ReadyAsync()).CloseAsync(4009);
        stage.Start = stage.Start with { Remaining = 20, ResetAfter = 77_000 };

        await stage.Time.WaiterAsync(TimeSpan.FromSeconds(77));
        stage.Start = stage.Start with { Remaining = 1000 };
        stage.Time.Advance(TimeSpan.FromSeconds(77));

        await stage.ReadyAsync();
    }

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

    private static async Task<Testing.Discord.GatewayPeer> AssertResumesAsync(GatewayStage stage, long sequence)
    {
        var peer = await stage.Discord.AcceptAsync();
        Assert.Equal("/resume", peer.Path);
        Assert.Equal("?v=10&encoding=json&compress=zlib-stream", peer.Query);
        await peer.HelloAsync();
        var resume = await peer.ExpectAsync(6);
        Assert.Equal("s1", resume.GetProperty("session_id").GetString());
        Assert.Equal("token", resume.GetProperty("token").GetString());
        Assert.Equal(sequence, resume.GetProperty("seq").GetInt64());
        return peer;
    }

    private static async Task<GatewayPeer> ResumedAsync(GatewayStage stage)
    {
        var peer = await stage.Discord.AcceptAsync();
        await peer.HelloAsync();
        await peer.ExpectAsync(6);
        await peer.DispatchAsync(2, "RESUMED", "{}");
        Assert.IsType<GatewayEvent.Resumed>(await stage.EventAsync());
        return peer;
    }
}
