using System.Net;
using ChatLineage.Discord.Protocol.Resources;
using ChatLineage.Discord.Protocol.Rest;
using ChatLineage.Testing;
using ChatLineage.Testing.Discord;

namespace ChatLineage.Discord.Tests.Protocol.Rest;

/// <summary>Limits, refusals and retries, against scripted answers (topics/rate-limits.mdx).</summary>
public sealed class RestClientTests
{
    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(0.5);

    [Fact]
    public async Task Request_always_names_token_and_user_agent_and_pings_nobody()
    {
        await using var stage = await RestStage.OpenAsync();

        var message = await stage.SayAsync("hi @everyone");

        var call = Assert.Single(stage.Discord.Calls);
        Assert.Equal(new Snowflake(100), message.Id);
        Assert.Equal("Bot token", call.Headers["authorization"]);
        Assert.Matches(@"^DiscordBot \(https://\S+, \d+\.\d+\.\d+\)$", call.Headers["user-agent"]);
        Assert.Equal("""{"parse":[],"replied_user":false}""", call.Body.GetProperty("allowed_mentions").GetRawText());
        Assert.Equal("n1", call.Text("nonce"));
        Assert.True(call.Body.GetProperty("enforce_nonce").GetBoolean());
    }

    [Fact]
    public async Task Edit_always_pings_nobody()
    {
        await using var stage = await RestStage.OpenAsync();

        await stage.Api.EditMessageAsync(RestStage.Channel, new Snowflake(100), new MessageContent { Content = "x" }, [], CancellationToken.None);
        await stage.Api.EditResponseAsync(RestStage.Interaction, new MessageContent { Content = "x" }, [], CancellationToken.None);
        await stage.Api.FollowUpAsync(RestStage.Interaction, new MessageContent { Content = "x" }, [], CancellationToken.None);

        Assert.Equal(3, stage.Discord.Calls.Count);
        Assert.All(stage.Discord.Calls, call => Assert.Equal("""{"parse":[],"replied_user":false}""", call.Body.GetProperty("allowed_mentions").GetRawText()));
    }

    [Fact]
    public async Task Upload_always_sends_the_json_and_the_files()
    {
        await using var stage = await RestStage.OpenAsync();
        var message = new MessageContent { Content = "x", Attachments = [new Attachment { Id = new Snowflake(0), Filename = "tree.png", Description = "a tree" }] };

        await stage.Api.CreateMessageAsync(RestStage.Channel, message, [new Upload("tree.png", "image/png", new byte[] { 1, 2, 3 })], CancellationToken.None);

        var call = Assert.Single(stage.Discord.Calls);
        Assert.Equal("a tree", call.Body.GetProperty("attachments")[0].GetProperty("description").GetString());
        Assert.Equal([1, 2, 3], call.Files["files[0]:tree.png"]);
    }

    [Fact]
    public async Task Bucket_empty_waits_for_its_reset()
    {
        await using var stage = await RestStage.OpenAsync(RestAnswer.Ok(RestStage.MessageJson).Limited("b", 1, 0, 4.25));
        await stage.SayAsync("one");

        var second = stage.SayAsync("two");
        await stage.Time.WaiterAsync(TimeSpan.FromSeconds(4.25));
        Assert.Single(stage.Discord.Calls);
        stage.Time.Advance(TimeSpan.FromSeconds(4.25));

        await second.WaitAsync(Patience.Limit);
    }

    [Fact]
    public async Task Bucket_empty_does_not_hold_up_another_channel()
    {
        await using var stage = await RestStage.OpenAsync(RestAnswer.Ok(RestStage.MessageJson).Limited("b", 1, 0, 4));
        await stage.SayAsync("one");

        await stage.SayAsync("two", new Snowflake(21)).WaitAsync(Patience.Limit);
    }

    [Fact]
    public async Task Bucket_shared_by_endpoints_holds_up_both()
    {
        await using var stage = await RestStage.OpenAsync(
            RestAnswer.Ok(RestStage.MessageJson).Limited("b", 2, 1, 4), RestAnswer.Ok(RestStage.MessageJson).Limited("b", 2, 0, 4));
        await stage.SayAsync("one");
        await stage.Api.DeleteMessageAsync(RestStage.Channel, new Snowflake(1), CancellationToken.None);

        var third = stage.Api.DeleteMessageAsync(RestStage.Channel, new Snowflake(2), CancellationToken.None);
        await stage.Time.StepAsync(TimeSpan.FromSeconds(4));

        await third.WaitAsync(Patience.Limit);
    }

    [Fact]
    public async Task Bucket_unknown_lets_one_request_find_out()
    {
        var hold = new TaskCompletionSource();
        await using var stage = await RestStage.OpenAsync(RestAnswer.Ok(RestStage.MessageJson).Limited("b", 5, 4, 5) with { Hold = hold.Task });

        var all = Enumerable.Range(0, 4).Select(number => stage.SayAsync($"{number}")).ToArray();
        await stage.Discord.CallAsync(_ => true);
        Assert.Single(stage.Discord.Calls);
        hold.SetResult();

        await Task.WhenAll(all).WaitAsync(Patience.Limit);
        Assert.Equal(4, stage.Discord.Calls.Count);
    }

    [Fact]
    public async Task Edit_that_may_be_left_out_is_when_room_is_needed_for_the_last_text()
    {
        await using var stage = await RestStage.OpenAsync(
            RestAnswer.Ok(RestStage.MessageJson).Limited("b", 5, 2, 5), RestAnswer.Ok(RestStage.MessageJson).Limited("b", 5, 1, 5));
        var text = new MessageContent { Content = "x" };
        await stage.Api.EditMessageAsync(RestStage.Channel, new Snowflake(100), text, [], CancellationToken.None);

        Assert.True(await stage.Api.TryEditMessageAsync(RestStage.Channel, new Snowflake(100), text, CancellationToken.None));
        Assert.False(await stage.Api.TryEditMessageAsync(RestStage.Channel, new Snowflake(100), text, CancellationToken.None));
        await stage.Api.EditMessageAsync(RestStage.Channel, new Snowflake(100), text, [], CancellationToken.None).WaitAsync(Patience.Limit);

        Assert.Equal(3, stage.Discord.Calls.Count);
    }

    [Fact]
    public async Task Edit_that_may_be_left_out_is_sent_while_the_limit_is_not_known()
    {
        await using var stage = await RestStage.OpenAsync(RestAnswer.Ok(RestStage.MessageJson).Limited("b", 5, 4, 2));

        Assert.True(await stage.Api.TryEditResponseAsync(RestStage.Interaction, new MessageContent { Content = "x" }, CancellationToken.None));

        Assert.Single(stage.Discord.Calls);
    }

    [Theory]
    [InlineData("user")]
    [InlineData("shared")]
    [InlineData("global")]
    public async Task TooMany_always_waits_as_long_as_Discord_says_and_sends_again(string scope)
    {
        await using var stage = await RestStage.OpenAsync(RestAnswer.TooMany(6.5, scope));

        var sent = stage.SayAsync("one");
        await stage.Time.WaiterAsync(TimeSpan.FromSeconds(6.5));
        Assert.Single(stage.Discord.Calls);
        stage.Time.Advance(TimeSpan.FromSeconds(6.5));

        await sent.WaitAsync(Patience.Limit);
        Assert.Equal(2, stage.Discord.Calls.Count);
    }

    [Fact]
    public async Task TooMany_shared_ignores_the_headers_of_the_bots_own_window()
    {
        await using var stage = await RestStage.OpenAsync(RestAnswer.TooMany(60, "shared").Limited("b", 10, 9, 2));

        var sent = stage.SayAsync("one");
        await stage.Time.StepAsync(TimeSpan.FromSeconds(60));

        await sent.WaitAsync(Patience.Limit);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(0)]
    public async Task Failure_without_headers_after_a_window_ended_gives_its_place_back(int status)
    {
        await using var stage = await RestStage.OpenAsync(RestAnswer.TooMany(6.5), status == 0 ? RestAnswer.Broken : RestAnswer.Error(status));

        var sent = stage.SayAsync("one");
        await stage.Time.StepAsync(TimeSpan.FromSeconds(6.5));
        await stage.Time.StepAsync(FirstRetry);

        await sent.WaitAsync(Patience.Limit);
        Assert.Equal(3, stage.Discord.Calls.Count);
    }

    [Fact]
    public async Task TooMany_from_a_proxy_goes_by_the_header_alone()
    {
        var answer = new RestAnswer(429, "<html>slow down</html>") { Headers = { ["Retry-After"] = "7" } };
        await using var stage = await RestStage.OpenAsync(answer);

        var sent = stage.SayAsync("one");
        await stage.Time.StepAsync(TimeSpan.FromSeconds(7));

        await sent.WaitAsync(Patience.Limit);
    }

    [Fact]
    public async Task TooMany_shared_never_counts_as_invalid()
    {
        await using var stage = await RestStage.OpenAsync();
        stage.Discord.KeepCalls = false;
        stage.Discord.Rest = _ => RestAnswer.TooMany(3600, "shared");
        for (var number = 0; number <= 5_000; number++)
        {
            // The limit over all endpoints must not hold up the test.
            if (number % 50 == 0)
                stage.Time.Advance(TimeSpan.FromMilliseconds(1001));
            var refused = await Assert.ThrowsAsync<DiscordRestException>(() => stage.SayAsync("x", new Snowflake((ulong)(1000 + number))));
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        }
    }

    [Fact]
    public async Task TooMany_global_holds_up_every_endpoint_but_those_of_interactions()
    {
        await using var stage = await RestStage.OpenAsync(RestAnswer.TooMany(6.5, "global"));
        var sent = stage.SayAsync("one");
        await stage.Time.WaiterAsync(TimeSpan.FromSeconds(6.5));

        var other = stage.SayAsync("two", new Snowflake(21));
        await stage.Api.EditResponseAsync(RestStage.Interaction, new MessageContent { Content = "x" }, [], CancellationToken.None).WaitAsync(Patience.Limit);
        Assert.False(other.IsCompleted);
        stage.Time.Advance(TimeSpan.FromSeconds(6.5));

        await Task.WhenAll(sent, other).WaitAsync(Patience.Limit);
    }

    [Fact]
    public async Task TooMany_for_longer_than_is_sat_out_fails()
    {
        await using var stage = await RestStage.OpenAsync(RestAnswer.TooMany(3600));

        var refused = await Assert.ThrowsAsync<DiscordRestException>(() => stage.SayAsync("one").WaitAsync(Patience.Limit));

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
    }

    [Fact]
    public async Task Global_51st_request_of_a_second_waits()
    {
        await using var stage = await RestStage.OpenAsync();
        var all = Enumerable.Range(0, 51).Select(number => stage.SayAsync("x", new Snowflake((ulong)(1000 + number)))).ToArray();

        await stage.Time.WaiterAsync(TimeSpan.FromSeconds(1));
        var last = all[50];
        Assert.False(last.IsCompleted);
        await Task.WhenAll(all[..50]).WaitAsync(Patience.Limit);
        Assert.Equal(50, stage.Discord.Calls.Count);
        stage.Time.Advance(TimeSpan.FromSeconds(1));

        await last.WaitAsync(Patience.Limit);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task ServerError_is_tried_again(int status)
    {
        await using var stage = await RestStage.OpenAsync(RestAnswer.Error(status), RestAnswer.Error(status));

        var sent = stage.SayAsync("one");
        await stage.Time.StepAsync(FirstRetry);
        await stage.Time.StepAsync(FirstRetry * 2);

        await sent.WaitAsync(Patience.Limit);
        Assert.Equal(3, stage.Discord.Calls.Count);
    }

    [Fact]
    public async Task ServerError_for_ever_fails_after_five_tries()
    {
        await using var stage = await RestStage.OpenAsync([.. Enumerable.Repeat(RestAnswer.Error(503), 10)]);

        var sent = stage.SayAsync("one");
        foreach (var factor in new[] { 1, 2, 4, 8 })
            await stage.Time.StepAsync(FirstRetry * factor);

        var refused = await Assert.ThrowsAsync<DiscordRestException>(() => sent.WaitAsync(Patience.Limit));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.Equal(5, stage.Discord.Calls.Count);
    }

    [Fact]
    public async Task ServerError_of_a_message_without_nonce_is_not_tried_again()
    {
        await using var stage = await RestStage.OpenAsync(RestAnswer.Error(500));

        await Assert.ThrowsAsync<DiscordRestException>(() => stage.SayAsync("one", nonce: null).WaitAsync(Patience.Limit));

        Assert.Single(stage.Discord.Calls);
    }

    [Fact]
    public async Task Connection_broken_is_tried_again_with_the_same_nonce()
    {
        await using var stage = await RestStage.OpenAsync(RestAnswer.Broken);

        var sent = stage.SayAsync("one");
        await stage.Time.StepAsync(FirstRetry);
        await sent.WaitAsync(Patience.Limit);

        Assert.Equal(["n1", "n1"], stage.Discord.Calls.Select(call => call.Text("nonce")));
    }

    [Fact]
    public async Task Body_that_does_not_come_is_tried_again()
    {
        var never = new TaskCompletionSource();
        await using var stage = await RestStage.OpenAsync(RestAnswer.Ok() with { Hold = never.Task });

        var sent = stage.SayAsync("one");
        await stage.Discord.CallAsync(_ => true);
        await stage.Time.StepAsync(TimeSpan.FromSeconds(20));
        await stage.Time.StepAsync(FirstRetry);

        await sent.WaitAsync(Patience.Limit);
    }

    [Fact]
    public async Task Unauthorized_stops_all_further_requests()
    {
        await using var stage = await RestStage.OpenAsync(RestAnswer.Error(401));

        var first = await Assert.ThrowsAsync<DiscordRestException>(() => stage.SayAsync("one"));
        await Assert.ThrowsAsync<DiscordRestException>(() => stage.SayAsync("two"));

        Assert.Contains("CHATLINEAGE_Discord__Token", first.Message, StringComparison.Ordinal);
        Assert.Single(stage.Discord.Calls);
    }

    [Theory]
    [InlineData(403, 50013, "lacks a permission")]
    [InlineData(403, 50001, "cannot see")]
    [InlineData(404, 10003, "404")]
    public async Task Refusal_says_what_and_what_to_do_and_is_not_tried_again(int status, int code, string words)
    {
        await using var stage = await RestStage.OpenAsync(RestAnswer.Error(status, code));

        var refused = await Assert.ThrowsAsync<DiscordRestException>(() => stage.SayAsync("one"));

        Assert.Equal(code, refused.Code);
        Assert.Contains("POST /channels/:channel/messages", refused.Message, StringComparison.Ordinal);
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        Assert.Single(stage.Discord.Calls);
    }

    [Fact]
    public async Task Invalid_requests_too_many_stop_the_bot_before_Discord_does()
    {
        await using var stage = await RestStage.OpenAsync();
        stage.Discord.KeepCalls = false;
        var calls = 0;
        stage.Discord.Rest = _ =>
        {
            Interlocked.Increment(ref calls);
            return RestAnswer.Error(403, 50013);
        };
        for (var number = 0; number < 5_000; number++)
        {
            // The limit over all endpoints must not hold up the test.
            if (number % 50 == 0)
                stage.Time.Advance(TimeSpan.FromSeconds(1));
            await Assert.ThrowsAsync<DiscordRestException>(() => stage.SayAsync("x"));
        }

        var stopped = await Assert.ThrowsAsync<DiscordRestException>(() => stage.SayAsync("x"));
        Assert.Null(stopped.Status);
        Assert.Equal(5_000, calls);

        stage.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.NotNull((await Assert.ThrowsAsync<DiscordRestException>(() => stage.SayAsync("x"))).Status);
    }

    [Fact]
    public async Task Respond_refused_as_a_double_counts_as_done()
    {
        await using var stage = await RestStage.OpenAsync(RestAnswer.Error(400, 40060));

        await stage.Api.RespondAsync(RestStage.Interaction, Discord.Protocol.Interactions.InteractionResponse.Defer(ephemeral: true), CancellationToken.None);

        var call = Assert.Single(stage.Discord.Calls);
        Assert.Equal("/interactions/55/secret-token/callback", call.Path);
        Assert.Equal("""{"type":5,"data":{"flags":64}}""", call.Body.GetRawText());
        Assert.False(call.Headers.ContainsKey("authorization"));
    }

    [Fact]
    public async Task Refusal_of_an_interaction_never_names_its_token()
    {
        await using var stage = await RestStage.OpenAsync(RestAnswer.Error(404, 10015));

        var refused = await Assert.ThrowsAsync<DiscordRestException>(
            () => stage.Api.EditResponseAsync(RestStage.Interaction, new MessageContent { Content = "x" }, [], CancellationToken.None));

        Assert.DoesNotContain("secret-token", refused.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret-token", RestStage.Interaction.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_that_is_no_json_is_an_error_and_not_a_crash()
    {
        await using var stage = await RestStage.OpenAsync(RestAnswer.Ok("<html>"));

        var refused = await Assert.ThrowsAsync<DiscordRestException>(() => stage.SayAsync("x"));

        Assert.Contains("cannot be read", refused.Message, StringComparison.Ordinal);
    }
}
