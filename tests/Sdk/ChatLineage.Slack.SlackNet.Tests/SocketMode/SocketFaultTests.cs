using ChatLineage.Chat.Platforms;
using ChatLineage.Testing;
using ChatLineage.Testing.Slack;

namespace ChatLineage.Slack.SlackNet.Tests.SocketMode;

/// <summary>What SlackNet by itself gets wrong with sockets.</summary>
public sealed class SocketFaultTests
{
    [Fact]
    public async Task Deliver_is_acknowledged_once_it_is_stored_and_not_before()
    {
        await using var wire = new SocketWire();
        var held = new TaskCompletionSource();
        await using var run = wire.Run(async _ => await held.Task);
        var peer = await run.ConnectAsync();

        await peer.DeliverAsync("events_api", "e1", SocketWire.Mention("1.1"));
        await run.ReceivedAsync();
        var acknowledged = peer.ReceiveAsync();
        Assert.False(acknowledged.IsCompleted);
        held.SetResult();

        Assert.Equal("e1", (await acknowledged)?.GetProperty("envelope_id").GetString());
    }

    [Fact]
    public async Task Deliver_that_cannot_be_stored_is_not_acknowledged_and_taken_the_next_time()
    {
        await using var wire = new SocketWire();
        var failures = 1;
        await using var run = wire.Run(_ => failures-- > 0 ? throw new IOException("the disk is full") : Task.CompletedTask);
        var peer = await run.ConnectAsync();

        await peer.DeliverAsync("events_api", "e1", SocketWire.Mention("1.1"));
        await peer.DeliverAsync("events_api", "e2", SocketWire.Mention("1.1"), retry: 1);

        await peer.ExpectAcknowledgementAsync("e2");
    }

    [Fact]
    public async Task Deliver_of_a_kind_that_is_not_known_is_acknowledged()
    {
        await using var wire = new SocketWire();
        await using var run = wire.Run(_ => Task.CompletedTask);
        var peer = await run.ConnectAsync();

        await peer.SendAsync("no json");
        await peer.DeliverAsync("new_thing", "e1", "{}");

        await peer.ExpectAcknowledgementAsync("e1");
    }

    [Fact]
    public async Task Connection_lost_is_opened_again()
    {
        await using var wire = new SocketWire();
        await using var run = wire.Run(_ => Task.CompletedTask);
        (await run.ConnectAsync()).Break();

        var next = await run.ConnectAsync();
        await next.DeliverAsync("events_api", "e1", SocketWire.Mention("1.1"));

        await next.ExpectAcknowledgementAsync("e1");
    }

    [Theory]
    [InlineData("auth.test", "invalid_auth", "CHATLINEAGE_Slack__BotToken")]
    [InlineData("apps.connections.open", "invalid_auth", "CHATLINEAGE_Slack__AppToken")]
    [InlineData("apps.connections.open", "socket_mode_not_enabled", "Socket Mode")]
    public async Task Connect_refused_stops_and_says_what_to_change(string method, string error, string advice)
    {
        await using var wire = new SocketWire();
        wire.Slack.Api = call => call.Method == method ? ApiAnswer.Error(error) : SocketWire.Known(call);
        var run = wire.Run(_ => Task.CompletedTask);

        var stopped = await Assert.ThrowsAsync<PlatformStoppedException>(() => run.Ended);

        Assert.Contains(advice, stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_revoked_while_connected_stops_and_does_not_stay_deaf()
    {
        var time = new SteppedTime();
        await using var wire = new SocketWire(time);
        var run = wire.Run(_ => Task.CompletedTask);
        var peer = await run.ConnectAsync();
        var refused = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        wire.Slack.Api = call =>
        {
            if (call.Method != "apps.connections.open")
                return SocketWire.Known(call);
            refused.TrySetResult();
            return ApiAnswer.Error("token_revoked");
        };

        peer.Break();
        await refused.Task.WaitAsync(Patience.Limit);
        while (!run.Ended.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(15));
            await Task.Yield();
        }

        var stopped = await Assert.ThrowsAsync<PlatformStoppedException>(() => run.Ended);
        Assert.Contains("CHATLINEAGE_Slack__AppToken", stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Socket_mode_switched_off_stops_and_says_what_to_change()
    {
        await using var wire = new SocketWire();
        var run = wire.Run(_ => Task.CompletedTask);
        var peer = await run.ConnectAsync();

        await peer.DisconnectAsync("link_disabled");

        var stopped = await Assert.ThrowsAsync<PlatformStoppedException>(() => run.Ended);
        Assert.Contains("Socket Mode", stopped.Message, StringComparison.Ordinal);
    }
}
