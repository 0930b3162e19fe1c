using ChatLineage.Discord.Protocol.Gateway;

namespace ChatLineage.Discord.Tests.Protocol.Gateway;

/// <summary>Sessions that outlive their connections, against a scripted gateway (events/gateway.mdx).</summary>
public sealed class GatewaySessionTests
{
    private static readonly int[] Waits = [1, 2, 5, 10, 30, 60, 60];

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
        await peer.DispatchAsync(2, "MESSAGE_CREATE", GatewayStage.Hi);
        await stage.MessageAsync();

        await peer.SendAsync("""{"op":7,"d":null}""");

        Assert.Equal(4900, await peer.ExpectCloseAsync());
        await stage.ResumesAsync(sequence: 2);
        Assert.Equal(1, stage.Fetches);
    }

    [Fact]
    public async Task Resume_replays_what_was_missed()
    {
        await using var stage = await GatewayStage.OpenAsync();
        (await stage.ReadyAsync()).Break();
        var peer = await stage.ResumesAsync(sequence: 1);

        await peer.DispatchAsync(2, "MESSAGE_CREATE", GatewayStage.Hi);
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
            await stage.ResumesAsync(sequence: 1);
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

        await stage.ResumesAsync(sequence: 1);
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

    [Fact]
    public async Task Events_repeated_and_out_of_order_do_not_turn_the_session_back()
    {
        await using var stage = await GatewayStage.OpenAsync();
        var peer = await stage.ReadyAsync();
        await peer.DispatchAsync(9, "MESSAGE_CREATE", GatewayStage.Hi);
        await peer.DispatchAsync(4, "MESSAGE_CREATE", GatewayStage.Hi);
        await stage.MessageAsync();
        await stage.MessageAsync();

        peer.Break();

        await stage.ResumesAsync(sequence: 9);
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
        (await stage.ResumedAsync()).Break();
        await stage.Time.StepAsync(TimeSpan.FromSeconds(1));

        await (await stage.ResumedAsync()).SendAsync("""{"op":7,"d":null}""");
        (await stage.ResumedAsync()).Break();

        // At once, although the clock stands still.
        await stage.ResumedAsync();
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
}
