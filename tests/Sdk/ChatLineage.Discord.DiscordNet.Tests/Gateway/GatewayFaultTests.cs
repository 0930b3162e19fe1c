using ChatLineage.Chat.Platforms;
using ChatLineage.Testing;
using ChatLineage.Testing.Chat;
using ChatLineage.Testing.Discord;

namespace ChatLineage.Discord.DiscordNet.Tests.Gateway;

/// <summary>What Discord.Net by itself gets wrong at the gateway.</summary>
public sealed class GatewayFaultTests
{
    [Theory]
    [InlineData(4004, "CHATLINEAGE_Discord__Token")]
    [InlineData(4010, "Discord:ShardCount")]
    [InlineData(4011, "Discord:ShardCount")]
    [InlineData(4012, "Update ChatLineage")]
    [InlineData(4013, "Update ChatLineage")]
    [InlineData(4014, "Message Content Intent")]
    public async Task Run_closed_for_good_stops_and_says_what_to_change(int code, string advice)
    {
        await using var stage = await DiscordNetStage.OpenAsync();
        stage.Ask("Hello?");
        var inbox = new HeldInbox();
        inbox.Release();
        var running = stage.Platform.RunAsync(inbox, CancellationToken.None);
        await inbox.Begun;

        await stage.Server.CloseAllAsync(code);

        var stopped = await Assert.ThrowsAsync<PlatformStoppedException>(() => running.WaitAsync(Patience.Limit));
        Assert.Contains(advice, stopped.Message, StringComparison.Ordinal);
        Assert.Equal((1, 0), stage.Server.Sessions);
    }

    [Fact]
    public async Task Run_refused_token_stops_and_says_what_to_change()
    {
        await using var stage = await DiscordNetStage.OpenAsync(options: new DiscordOptions { MessageContent = false });
        stage.Server.Fault = call => call.Is("GET", "/gateway/bot") ? RestAnswer.Error(401) : null;

        var stopped = await Assert.ThrowsAsync<PlatformStoppedException>(() => stage.Platform.RunAsync(new HeldInbox(), CancellationToken.None).WaitAsync(Patience.Limit));

        Assert.Contains("CHATLINEAGE_Discord__Token", stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_with_interactions_over_http_stops_and_says_what_to_change()
    {
        await using var stage = await DiscordNetStage.OpenAsync(options: new DiscordOptions { PublicKey = new string('0', 64) });

        var stopped = await Assert.ThrowsAsync<PlatformStoppedException>(() => stage.Platform.RunAsync(new HeldInbox(), CancellationToken.None));

        Assert.Contains("Discord:PublicKey", stopped.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4000)]
    [InlineData(null)]
    public async Task Run_broken_off_brings_what_was_missed(int? code)
    {
        await using var stage = await DiscordNetStage.OpenAsync();
        await using var run = new PlatformRun(stage.Platform);
        stage.Ask("Before.");
        await run.NextMessageAsync();

        if (code is { } known)
            await stage.Server.CloseAllAsync(known);
        else
            stage.Server.BreakConnections();
        stage.Ask("Meanwhile.");

        Assert.Equal("Meanwhile.", (await run.NextMessageAsync()).Text);
        Assert.Equal((1, 1), stage.Server.Sessions);
    }

    [Fact]
    public async Task Run_resumed_but_without_events_begins_a_new_session()
    {
        var time = new SteppedTime();
        await using var stage = await DiscordNetStage.OpenAsync(time);
        await using var run = new PlatformRun(stage.Platform);
        stage.Ask("Before.");
        await run.NextMessageAsync();
        stage.Server.BreakConnections();
        stage.Ask("Brings the connection back.");
        await run.NextMessageAsync();
        Assert.Equal((1, 1), stage.Server.Sessions);

        // Deaf from here on: heartbeats are answered, and that is all.
        using var limit = new CancellationTokenSource(Patience.Limit);
        while (stage.Server.Sessions.Identified < 2)
        {
            limit.Token.ThrowIfCancellationRequested();
            if (Logins(stage) < 2)
                time.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }

        stage.Ask("After.");

        Assert.Equal("After.", (await run.NextMessageAsync()).Text);
        Assert.Equal((2, 1), stage.Server.Sessions);
    }

    [Fact]
    public async Task Run_slow_inbox_does_not_hold_up_the_gateway()
    {
        await using var wire = await ScriptedDiscord.StartAsync();
        wire.Rest = call => call.Is("GET", "/gateway/bot")
            ? RestAnswer.Ok($$$"""{"url":"{{{wire.GatewayAddress}}}","shards":1,"session_start_limit":{"total":1000,"remaining":999,"reset_after":1000,"max_concurrency":1}}""")
            : RestAnswer.Ok("""{"id":"7","username":"lineage","bot":true}""");
        var options = new DiscordOptions { Token = "token", ApiAddress = wire.RestAddress, MessageContent = false };
        await using var platform = new DiscordNetPlatform(options, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<DiscordNetPlatform>.Instance);
        using var stop = new CancellationTokenSource();
        var inbox = new HeldInbox();
        var running = platform.RunAsync(inbox, stop.Token);
        var peer = await wire.AcceptAsync();
        await peer.HelloAsync();
        await peer.ExpectAsync(2);
        await peer.DispatchAsync(1, "READY", """{"v":10,"session_id":"s","resume_gateway_url":"ws://127.0.0.1:1","user":{"id":"7","username":"lineage","bot":true},"application":{"id":"8","flags":0},"private_channels":[],"guilds":[]}""");
        for (var number = 2; number < 20; number++)
            await peer.DispatchAsync(number, "MESSAGE_CREATE", $$"""{"id":"{{number}}","channel_id":"400","type":0,"content":"Hello?","author":{"id":"500","username":"ada"},"mentions":[]}""");
        await inbox.Begun;

        await peer.SendAsync("""{"op":1,"d":null}""");

        // The first heartbeat of all comes by itself.
        while ((await peer.ExpectAsync(1)).GetInt32() is var heard && heard != 19)
            Assert.Equal(0, heard);
        await stop.CancelAsync();
        await Task.WhenAny(running).WaitAsync(Patience.Limit);
    }

    private static int Logins(DiscordNetStage stage) => stage.Server.Wire.Calls.Count(call => call.Is("GET", "/gateway/bot"));
}
