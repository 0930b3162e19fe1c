using System.Text;
using System.Text.Json.Nodes;
using ChatLineage.Slack.Protocol.WebApi;
using ChatLineage.Testing;
using ChatLineage.Testing.Slack;

namespace ChatLineage.Slack.Tests.Protocol.WebApi;

/// <summary>Calls, limits and tries, against a scripted Slack (https://docs.slack.dev/apis/web-api/rate-limits).</summary>
public sealed class SlackApiTests
{
    [Fact]
    public async Task Post_always_unfurls_nothing_and_gives_the_id()
    {
        await using var stage = ApiStage.Open();

        var ts = await stage.Api.PostAsync(
            ApiStage.Thread, new MessageBody("hi", [new JsonObject { ["type"] = "divider" }]) { Mark = "m1" }, CancellationToken.None);

        Assert.Equal("200.1", ts);
        var call = Assert.Single(stage.Slack.Calls);
        Assert.Equal("xoxb-bot", call.Token);
        Assert.Equal(
            """{"channel":"C1","text":"hi","unfurl_links":false,"unfurl_media":false,"thread_ts":"100.1","blocks":[{"type":"divider"}],"metadata":{"event_type":"chatlineage_reply","event_payload":{"mark":"m1"}}}""",
            Encoding.UTF8.GetString(call.Bytes));
    }

    [Fact]
    public async Task Limited_with_status_429_waits_as_long_as_Slack_says()
    {
        await using var stage = ApiStage.Open(ApiAnswer.TooMany(30));

        var updating = stage.UpdateAsync();
        await stage.Time.StepAsync(TimeSpan.FromSeconds(30));

        await updating;
        Assert.Equal(2, stage.Slack.Calls.Count);
    }

    [Theory]
    [InlineData(7, 7)]
    [InlineData(null, 1)]
    public async Task Limited_with_status_200_is_not_taken_for_success(int? said, int waited)
    {
        await using var stage = ApiStage.Open(ApiAnswer.TooManyWithStatus200(said));

        var updating = stage.UpdateAsync();
        await stage.Time.StepAsync(TimeSpan.FromSeconds(waited));

        await updating;
        Assert.Equal(2, stage.Slack.Calls.Count);
    }

    [Fact]
    public async Task Limited_holds_back_other_calls_of_the_method_too()
    {
        await using var stage = ApiStage.Open(ApiAnswer.TooMany(30));
        var first = stage.UpdateAsync();
        await stage.Time.WaiterAsync(TimeSpan.FromSeconds(30));

        var second = stage.UpdateAsync();
        await stage.Api.DeleteAsync("C1", "200.1", CancellationToken.None);

        Assert.False(second.IsCompleted);
        stage.Time.Advance(TimeSpan.FromSeconds(30));
        await Task.WhenAll(first, second).WaitAsync(Patience.Limit);
    }

    [Fact]
    public async Task Limited_for_longer_than_is_sat_out_fails()
    {
        await using var stage = ApiStage.Open(ApiAnswer.TooMany(301));

        Assert.Equal("ratelimited", (await Assert.ThrowsAsync<SlackApiException>(stage.UpdateAsync)).Error);
    }

    [Fact]
    public async Task Limited_again_and_again_fails_in_the_end()
    {
        await using var stage = ApiStage.Open([.. Enumerable.Repeat(ApiAnswer.TooMany(1), 20)]);

        var updating = stage.UpdateAsync();
        for (var step = 0; step < 19; step++)
            await stage.Time.StepAsync(TimeSpan.FromSeconds(1));

        Assert.Equal("ratelimited", (await Assert.ThrowsAsync<SlackApiException>(() => updating)).Error);
        Assert.Equal(20, stage.Slack.Calls.Count);
    }

    [Fact]
    public async Task Post_second_in_a_channel_waits_a_second_and_in_another_does_not()
    {
        await using var stage = ApiStage.Open();
        await stage.PostAsync();

        var second = stage.PostAsync();
        await stage.PostAsync("C2");

        Assert.False(second.IsCompleted);
        await stage.Time.StepAsync(TimeSpan.FromSeconds(1));
        await second;
    }

    [Fact]
    public async Task Update_that_may_be_left_out_leaves_room_for_those_that_may_not()
    {
        await using var stage = ApiStage.Open();
        var body = new MessageBody("hi", []);

        var sent = 0;
        while (sent < 100 && await stage.Api.TryUpdateAsync("C1", "200.1", body, CancellationToken.None))
            sent++;

        Assert.Equal(30, sent);
        await stage.UpdateAsync();
    }

    [Fact]
    public async Task Update_that_may_be_left_out_is_left_out_when_Slack_is_out_of_order()
    {
        await using var stage = ApiStage.Open(ApiAnswer.Broken, new ApiAnswer(503, "<html>"), ApiAnswer.TooMany(1));
        var body = new MessageBody("hi", []);

        Assert.False(await stage.Api.TryUpdateAsync("C1", "200.1", body, CancellationToken.None));
        Assert.False(await stage.Api.TryUpdateAsync("C1", "200.1", body, CancellationToken.None));
        Assert.False(await stage.Api.TryUpdateAsync("C1", "200.1", body, CancellationToken.None));
        Assert.Equal(3, stage.Slack.Calls.Count);
    }

    [Fact]
    public async Task Stream_unknown_to_Slack_is_told()
    {
        await using var stage = ApiStage.Open(ApiAnswer.Error("unknown_method"));

        var failure = await Assert.ThrowsAsync<SlackApiException>(
            () => stage.Api.TryStartStreamAsync(ApiStage.Thread, "U1", "T1", "hi", CancellationToken.None));

        Assert.Equal(("chat.startStream", "unknown_method"), (failure.Method, failure.Error));
    }

    [Theory]
    [InlineData(500, "")]
    [InlineData(502, "<html>bad gateway</html>")]
    [InlineData(200, "{\"ok\":false,\"error\":\"internal_error\"}")]
    [InlineData(200, "not json")]
    [InlineData(0, "")]
    public async Task Failure_that_passes_is_tried_again_where_that_does_no_harm(int status, string body)
    {
        await using var stage = ApiStage.Open(new ApiAnswer(status, body));

        var updating = stage.UpdateAsync();
        await stage.Time.StepAsync(TimeSpan.FromSeconds(0.5));

        await updating;
        Assert.Equal(2, stage.Slack.Calls.Count);
    }

    [Theory]
    [InlineData(500, "")]
    [InlineData(200, "{\"ok\":false,\"error\":\"internal_error\"}")]
    [InlineData(0, "")]
    public async Task Failure_of_a_post_that_may_have_arrived_is_not_tried_again(int status, string body)
    {
        await using var stage = ApiStage.Open(new ApiAnswer(status, body));

        var failure = await Assert.ThrowsAsync<SlackApiException>(() => stage.PostAsync());

        Assert.True(failure.IsAmbiguous);
        Assert.Single(stage.Slack.Calls);
    }

    [Fact]
    public async Task Failure_for_ever_ends_after_five_tries()
    {
        await using var stage = ApiStage.Open([.. Enumerable.Repeat(new ApiAnswer(500, ""), 5)]);

        var updating = stage.UpdateAsync();
        foreach (var wait in new[] { 0.5, 1, 2, 4 })
            await stage.Time.StepAsync(TimeSpan.FromSeconds(wait));

        Assert.True((await Assert.ThrowsAsync<SlackApiException>(() => updating)).IsPassing);
    }

    [Fact]
    public async Task Answer_that_does_not_come_is_not_waited_for()
    {
        var hold = new TaskCompletionSource();
        await using var stage = ApiStage.Open(ApiAnswer.Ok() with { Hold = hold.Task });

        var updating = stage.UpdateAsync();
        await stage.Slack.CallAsync("chat.update");
        await stage.Time.StepAsync(ApiStage.TryLimit);
        await stage.Time.StepAsync(TimeSpan.FromSeconds(0.5));

        await updating;
        hold.SetResult();
    }

    [Fact]
    public async Task Refusal_names_the_scope_and_the_fix_and_not_the_token()
    {
        await using var stage = ApiStage.Open(ApiAnswer.Error("missing_scope", "\"needed\":\"chat:write\",\"provided\":\"commands\""));

        var failure = await Assert.ThrowsAsync<SlackApiException>(() => stage.PostAsync());

        Assert.Contains("chat:write", failure.Message, StringComparison.Ordinal);
        Assert.Contains("chatlineage slack manifest", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("xoxb", failure.ToString() + stage.Settings, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadThread_gives_authors_marks_of_our_own_and_files()
    {
        await using var stage = ApiStage.Open(ApiAnswer.Ok("""
            "messages":[{"ts":"1.1","user":"U1","text":"hi"},{"ts":"1.2","metadata":{"event_type":"other","event_payload":{"mark":"m1"}}},
            {"ts":"1.3","user":"U2","metadata":{"event_type":"chatlineage_reply","event_payload":{"mark":"m1"}}},{"ts":"1.4","files":[{}]}]
            """));

        var thread = await stage.Api.ReadThreadAsync(ApiStage.Thread, "1.0", CancellationToken.None);

        Assert.Equal([new("1.1", "U1"), new("1.2", ""), new("1.3", "U2") { Mark = "m1" }, new("1.4", "") { HasFiles = true }], thread);
        var call = Assert.Single(stage.Slack.Calls);
        Assert.Equal("1.0", call.Text("oldest"));
        Assert.StartsWith("application/x-www-form-urlencoded", call.ContentType, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_asks_for_a_place_sends_the_bytes_and_shares_the_file()
    {
        await using var stage = ApiStage.Open();
        stage.Slack.Api = call => call.Method switch
        {
            "files.getUploadURLExternal" => ApiAnswer.Ok($"\"upload_url\":\"{stage.Slack.Address("/upload/1")}\",\"file_id\":\"F1\""),
            "/upload/1" => new ApiAnswer(200, "OK - 3"),
            _ => ApiAnswer.Ok(),
        };

        await stage.Api.UploadAsync(ApiStage.Thread, [new Upload("a.png", "A", "what it shows", new byte[] { 1, 2, 3 })], CancellationToken.None);

        Assert.Equal(["files.getUploadURLExternal", "/upload/1", "files.completeUploadExternal"], stage.Slack.Calls.Select(call => call.Method));
        Assert.Equal("what it shows", stage.Slack.Calls[0].Text("alt_txt"));
        Assert.Equal([1, 2, 3], stage.Slack.Calls[1].Bytes);
        Assert.Equal("", stage.Slack.Calls[1].Token);
        Assert.Equal("F1", stage.Slack.Calls[2].Arguments.GetProperty("files")[0].GetProperty("id").GetString());
        Assert.Equal("100.1", stage.Slack.Calls[2].Text("thread_ts"));
    }

    [Fact]
    public async Task Respond_to_an_address_that_is_used_up_is_told_and_a_fault_of_Slack_is_no_such_thing()
    {
        await using var stage = ApiStage.Open(
            new ApiAnswer(200, "ok"), new ApiAnswer(404, "used_url"), new ApiAnswer(404, "expired_url"), new ApiAnswer(500, ""));
        Task<bool> RespondAsync() => stage.Api.RespondAsync(stage.Slack.Address("/response/1"), new MessageBody("hi", []), replaces: true, CancellationToken.None);

        Assert.True(await RespondAsync());
        Assert.False(await RespondAsync());
        Assert.False(await RespondAsync());
        await Assert.ThrowsAsync<HttpRequestException>(RespondAsync);
        Assert.Equal("ephemeral", stage.Slack.Calls[0].Text("response_type"));
    }

    [Fact]
    public void Limits_of_channels_that_are_not_used_are_forgotten()
    {
        var time = new SteppedTime();
        var limits = new MethodLimits(time);
        for (var channel = 0; channel < 1024; channel++)
            limits.Of(ApiMethods.PostMessage, $"C{channel}").TryTake(0);
        Assert.Equal(1024, limits.Count);
        time.Advance(TimeSpan.FromSeconds(1));

        limits.Of(ApiMethods.PostMessage, "another");

        Assert.Equal(1, limits.Count);
    }
}
