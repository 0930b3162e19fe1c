using System.Text.Json;
using ChatLineage.Chat.Transport;
using ChatLineage.Slack.Protocol;
using ChatLineage.Slack.Protocol.Deliveries;
using ChatLineage.Testing.Slack;

namespace ChatLineage.Slack.Tests.Protocol.SocketMode;

/// <summary>The life of connections, against a scripted Slack (https://docs.slack.dev/apis/events-api/using-socket-mode).</summary>
public sealed class SocketModeClientTests
{
    private const string Hi = """{"type":"event_callback","event_id":"Ev1","team_id":"T1","event":{"type":"message","text":"hi"}}""";

    [Fact]
    public async Task Connect_always_asks_for_an_address_with_the_token_of_the_app()
    {
        await using var stage = SocketStage.Open();

        var peer = await stage.ReadyAsync();

        Assert.Equal("t1", peer.Ticket);
        Assert.Equal("xapp-app", Assert.Single(stage.Slack.Calls).Token);
    }

    [Theory]
    [InlineData("events_api", DeliveryKind.Event)]
    [InlineData("slash_commands", DeliveryKind.SlashCommand)]
    [InlineData("interactive", DeliveryKind.Interaction)]
    public async Task Envelope_known_is_handed_on_and_acknowledged(string type, object kind)
    {
        await using var stage = SocketStage.Open();
        var peer = await stage.ReadyAsync();

        await peer.DeliverAsync(type, "e1", Hi);

        await peer.ExpectAcknowledgementAsync("e1");
        var delivery = Assert.Single(stage.Deliveries);
        Assert.Equal((DeliveryKind)kind, delivery.Kind);
        Assert.Equal("Ev1", delivery.Payload.GetProperty("event_id").GetString());
        Assert.Equal(0, delivery.RetryNumber);
    }

    [Fact]
    public async Task Envelope_in_parts_is_put_together()
    {
        await using var stage = SocketStage.Open();
        var peer = await stage.ReadyAsync();

        await peer.SendInPartsAsync($$"""{"type":"events_api","envelope_id":"e1","payload":{{Hi}}}""");

        await peer.ExpectAcknowledgementAsync("e1");
    }

    [Fact]
    public async Task Envelope_not_stored_is_not_acknowledged_and_comes_again_with_its_number()
    {
        await using var stage = SocketStage.Open();
        stage.Handle = delivery => delivery.RetryNumber == 0 ? throw new IOException("the disk is full") : ValueTask.FromResult<JsonElement?>(null);
        var peer = await stage.ReadyAsync();

        await peer.DeliverAsync("events_api", "e1", Hi);
        await peer.DeliverAsync("events_api", "e1b", Hi, retry: 1);

        await peer.ExpectAcknowledgementAsync("e1b");
        Assert.Equal([(0, ""), (1, "timeout")], stage.Deliveries.Select(delivery => (delivery.RetryNumber, delivery.RetryReason ?? "")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Answer_is_carried_by_the_acknowledgement_only_where_that_is_allowed(bool accepts)
    {
        await using var stage = SocketStage.Open();
        stage.Handle = _ => ValueTask.FromResult<JsonElement?>(JsonDocument.Parse("""{"text":"usage"}""").RootElement);
        var peer = await stage.ReadyAsync();

        await peer.DeliverAsync("slash_commands", "e1", "{}", acceptsAnswer: accepts);

        var acknowledgement = await peer.ExpectAcknowledgementAsync("e1");
        Assert.Equal(accepts, acknowledgement.TryGetProperty("payload", out _));
    }

    [Fact]
    public async Task Message_that_cannot_be_read_is_skipped_and_one_of_unknown_type_acknowledged()
    {
        await using var stage = SocketStage.Open();
        var peer = await stage.ReadyAsync();

        await peer.SendAsync("{\"type\":");
        await peer.SendAsync("null");
        await peer.SendAsync("[]");
        await peer.SendAsync("""{"type":"new_kind","envelope_id":"e0"}""");
        await peer.DeliverAsync("events_api", "e1", Hi);

        await peer.ExpectAcknowledgementAsync("e0");
        await peer.ExpectAcknowledgementAsync("e1");
        Assert.Single(stage.Deliveries);
    }

    [Theory]
    [InlineData("warning")]
    [InlineData("refresh_requested")]
    public async Task Refresh_opens_the_new_connection_before_the_old_one_drops(string reason)
    {
        await using var stage = SocketStage.Open();
        var old = await stage.ReadyAsync();

        await old.DisconnectAsync(reason);
        var next = await stage.ReadyAsync();
        await old.DeliverAsync("events_api", "e1", Hi);
        await next.DeliverAsync("events_api", "e2", Hi);

        await old.ExpectAcknowledgementAsync("e1");
        await next.ExpectAcknowledgementAsync("e2");
        Assert.Equal("t2", next.Ticket);
    }

    [Fact]
    public async Task Refresh_when_the_old_one_stays_open_closes_it_after_a_while()
    {
        await using var stage = SocketStage.Open();
        var old = await stage.ReadyAsync();
        await old.DisconnectAsync("refresh_requested");
        await stage.ReadyAsync();

        await stage.Time.StepAsync(SocketStage.DrainLimit);

        await old.ExpectCloseAsync();
    }

    [Fact]
    public async Task Refresh_again_and_again_is_not_answered_without_a_pause()
    {
        await using var stage = SocketStage.Open();
        await (await stage.ReadyAsync()).DisconnectAsync("refresh_requested");
        await (await stage.ReadyAsync()).DisconnectAsync("refresh_requested");

        await stage.Time.StepAsync(TimeSpan.FromSeconds(1));

        Assert.Equal("t3", (await stage.ReadyAsync()).Ticket);
    }

    [Fact]
    public async Task Link_disabled_stops_with_what_to_change()
    {
        await using var stage = SocketStage.Open();
        var peer = await stage.ReadyAsync();

        await peer.DisconnectAsync("link_disabled");

        Assert.Contains("Socket Mode", Assert.IsType<SlackStoppedException>(await stage.FailureAsync()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("invalid_auth")]
    [InlineData("missing_scope")]
    [InlineData("not_allowed_token_type")]
    public async Task Token_refused_stops_with_what_to_change(string error)
    {
        await using var stage = SocketStage.Open(api: _ => ApiAnswer.Error(error));

        var failure = Assert.IsType<SlackStoppedException>(await stage.FailureAsync());

        Assert.Contains(error, failure.Message, StringComparison.Ordinal);
        Assert.Contains("CHATLINEAGE_Slack__AppToken", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("xapp-app", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connection_broken_mid_message_is_opened_again()
    {
        await using var stage = SocketStage.Open();
        var peer = await stage.ReadyAsync();

        await peer.BreakMidMessageAsync(Hi);

        Assert.Equal("t2", (await stage.ReadyAsync()).Ticket);
    }

    [Fact]
    public async Task Connection_closed_before_hello_is_opened_again_after_growing_waits()
    {
        await using var stage = SocketStage.Open();

        await (await stage.Slack.AcceptAsync()).CloseAsync();
        await (await stage.Slack.AcceptAsync()).CloseAsync();
        await stage.Time.StepAsync(TimeSpan.FromSeconds(1));
        await (await stage.Slack.AcceptAsync()).CloseAsync();
        await stage.Time.StepAsync(TimeSpan.FromSeconds(2));

        var peer = await stage.ReadyAsync();
        await peer.DeliverAsync("events_api", "e1", Hi);
        await peer.ExpectAcknowledgementAsync("e1");
    }

    [Fact]
    public async Task Hello_that_does_not_come_is_not_waited_for()
    {
        await using var stage = SocketStage.Open();
        var silent = await stage.Slack.AcceptAsync();

        await stage.Time.StepAsync(SocketStage.HelloLimit);

        await silent.ExpectCloseAsync();
        await stage.ReadyAsync();
    }

    [Fact]
    public async Task Slack_out_of_order_is_asked_again_until_it_works()
    {
        var calls = 0;
        await using var stage = SocketStage.Open(api: _ => ++calls <= 5 ? ApiAnswer.Error("internal_error") : null);

        // The waits between five tries of one call.
        foreach (var wait in new[] { 0.5, 1, 2, 4 })
            await stage.Time.StepAsync(TimeSpan.FromSeconds(wait));

        await stage.ReadyAsync();
        Assert.Equal(6, calls);
    }

    [Fact]
    public async Task Connections_several_share_the_deliveries_and_one_breaking_leaves_the_others()
    {
        await using var stage = SocketStage.Open(connections: 3);
        var first = await stage.ReadyAsync();
        var second = await stage.ReadyAsync();
        var third = await stage.ReadyAsync();

        first.Break();
        await second.DeliverAsync("events_api", "e2", Hi);
        await third.DeliverAsync("events_api", "e3", Hi);

        await second.ExpectAcknowledgementAsync("e2");
        await third.ExpectAcknowledgementAsync("e3");
        await stage.ReadyAsync();
    }

    [Fact]
    public async Task Ping_not_answered_opens_another_connection()
    {
        // Real pings, since the framework times them itself; the server does not answer, as it does not read.
        await using var stage = SocketStage.Open(
            connector: new ClientWebSocketConnector(TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(100)));
        await stage.ReadyAsync();

        await stage.ReadyAsync();

        Assert.True(stage.Slack.CallsOf("apps.connections.open").Count >= 2);
    }

    [Fact]
    public async Task Stop_says_goodbye()
    {
        await using var stage = SocketStage.Open();
        var peer = await stage.ReadyAsync();
        await peer.DeliverAsync("events_api", "e1", Hi);
        await peer.ExpectAcknowledgementAsync("e1");

        await stage.StopAsync();

        await peer.ExpectCloseAsync();
    }
}
