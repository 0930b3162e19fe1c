using ChatLineage.Discord.Protocol.Gateway;

namespace ChatLineage.Discord.Tests.Protocol.Gateway;

/// <summary>One connection, against a scripted gateway (events/gateway.mdx).</summary>
public sealed class GatewayConnectionTests
{
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

        await peer.SendInPartsAsync($$"""{"t":"MESSAGE_CREATE","s":2,"op":0,"d":{{GatewayStage.Hi}}}""");

        Assert.Equal("hi", await stage.MessageAsync());
    }

    [Fact]
    public async Task Event_as_plain_text_is_read_although_compression_was_asked_for()
    {
        await using var stage = await GatewayStage.OpenAsync(compress: true);
        var peer = await stage.ReadyAsync();

        await peer.SendPlainAsync($$"""{"op":0,"s":2,"t":"MESSAGE_CREATE","d":{{GatewayStage.Hi}}}""");

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
        await peer.DispatchAsync(4, "MESSAGE_CREATE", GatewayStage.Hi);

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
        await stage.ResumesAsync(sequence: 1);
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

        await (await stage.ReadyAsync()).BreakMidFrameAsync($$"""{"op":0,"s":2,"t":"MESSAGE_CREATE","d":{{GatewayStage.Hi}}}""");

        await stage.ResumesAsync(sequence: 1);
    }

    [Fact]
    public async Task Compression_broken_resumes_with_a_fresh_context()
    {
        await using var stage = await GatewayStage.OpenAsync();

        await (await stage.ReadyAsync()).SendRawAsync([0xde, 0xad, 0xbe, 0xef, 0x00, 0x00, 0xff, 0xff]);

        var peer = await stage.ResumesAsync(sequence: 1);
        await peer.DispatchAsync(2, "MESSAGE_CREATE", GatewayStage.Hi);
        Assert.Equal("hi", await stage.MessageAsync());
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
}
