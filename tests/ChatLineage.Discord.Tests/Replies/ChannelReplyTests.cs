using ChatLineage.Chat.Platforms;
using ChatLineage.Testing;
using ChatLineage.Testing.Chat;
using ChatLineage.Testing.Discord;
using ChatLineage.Testing.Discord.Server;

namespace ChatLineage.Discord.Tests.Replies;

/// <summary>Replies to messages.</summary>
public sealed class ChannelReplyTests
{
    [Fact]
    public async Task Begin_shows_typing_at_once()
    {
        await using var stage = await DiscordStage.OpenAsync();
        await using var run = new PlatformRun(stage.Platform);

        await stage.BeginAsync(run);

        await stage.Server.Wire.CallAsync(call => call.Is("POST", $"/channels/{DiscordServer.Channel}/typing"));
    }

    [Fact]
    public async Task Typing_is_renewed_until_the_reply_is_there()
    {
        var time = new SteppedTime();
        await using var stage = await DiscordStage.OpenAsync(time);
        await using var run = new PlatformRun(stage.Platform);
        var pending = await stage.BeginAsync(run);

        await time.StepAsync(TimeSpan.FromSeconds(8));
        await time.WaiterAsync(TimeSpan.FromSeconds(8));
        await pending.FinishAsync(new Reply("Done."), CancellationToken.None);
        time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(2, stage.Server.Typings);
    }

    [Fact]
    public async Task Finish_replies_to_the_question_and_pings_nobody()
    {
        await using var stage = await DiscordStage.OpenAsync();
        await using var run = new PlatformRun(stage.Platform);

        var pending = await stage.BeginAsync(run);
        await pending.FinishAsync(new Reply("LLaMA."), CancellationToken.None);

        var answer = stage.Answers[^1];
        Assert.Equal(stage.Server.Messages[0].Id, answer.ReplyTo);
        Assert.Equal($"{answer.ReplyTo}", answer.Nonce);
        var call = await stage.Server.Wire.CallAsync(call => call.Is("POST", $"/channels/{DiscordServer.Channel}/messages"));
        Assert.Equal("""{"parse":[],"replied_user":false}""", call.Body.GetProperty("allowed_mentions").GetRawText());
        Assert.False(call.Body.GetProperty("message_reference").GetProperty("fail_if_not_exists").GetBoolean());
        Assert.Equal(4, call.Body.GetProperty("flags").GetInt32());
    }

    [Fact]
    public async Task Show_while_an_update_is_on_its_way_is_left_out_and_the_end_is_not()
    {
        await using var stage = await DiscordStage.OpenAsync();
        await using var run = new PlatformRun(stage.Platform);
        var hold = new TaskCompletionSource();
        stage.Server.Fault = call => call.Is("POST", $"/channels/{DiscordServer.Channel}/messages")
            ? RestAnswer.Ok("""{"id":"77","channel_id":"200","content":"a"}""") with { Hold = hold.Task }
            : null;
        var edits = new List<string>();
        var pending = await stage.BeginAsync(run);

        await pending.ShowAsync(new Reply("a"), CancellationToken.None);
        await stage.Server.Wire.CallAsync(call => call.Is("POST", $"/channels/{DiscordServer.Channel}/messages"));
        await pending.ShowAsync(new Reply("a b"), CancellationToken.None);
        stage.Server.Fault = call =>
        {
            if (call.Method == "PATCH")
                edits.Add(call.Text("content")!);
            return call.Method == "PATCH" ? RestAnswer.Ok("""{"id":"77","channel_id":"200","content":"x"}""") : null;
        };
        var finishing = pending.FinishAsync(new Reply("a b c"), CancellationToken.None).AsTask();
        hold.SetResult();

        Assert.Equal("77", await finishing.WaitAsync(Patience.Limit));
        Assert.Equal(["a b c"], edits);
    }

    [Fact]
    public async Task Finish_after_429_and_5xx_still_comes()
    {
        await using var stage = await DiscordStage.OpenAsync();
        await using var run = new PlatformRun(stage.Platform);
        var faults = new Queue<RestAnswer>([RestAnswer.TooMany(0.01), RestAnswer.Error(503), RestAnswer.Broken, RestAnswer.TooMany(0.01, "global")]);
        stage.Server.Fault = call => call.Path.EndsWith("/messages", StringComparison.Ordinal) && faults.TryDequeue(out var fault) ? fault : null;

        await (await stage.BeginAsync(run)).FinishAsync(new Reply("It comes."), CancellationToken.None);

        Assert.Equal("It comes.", Assert.Single(stage.Answers).Content);
    }

    [Fact]
    public async Task Finish_where_the_bot_may_not_write_ends_without_another_try()
    {
        await using var stage = await DiscordStage.OpenAsync();
        await using var run = new PlatformRun(stage.Platform);
        var pending = await stage.BeginAsync(run);
        stage.Server.Fault = call => call.Method == "POST" ? RestAnswer.Error(403, 50013) : null;

        Assert.Null(await pending.FinishAsync(new Reply("No."), CancellationToken.None));
    }

    [Fact]
    public async Task Stop_takes_away_what_was_shown()
    {
        await using var stage = await DiscordStage.OpenAsync();
        await using var run = new PlatformRun(stage.Platform);
        var pending = await stage.BeginAsync(run);
        await pending.ShowAsync(new Reply("Half"), CancellationToken.None);
        await stage.UntilVisibleAsync("Half");

        await pending.StopAsync(CancellationToken.None);

        Assert.Empty(stage.Answers);
    }

    [Fact]
    public async Task Wait_shows_the_place_and_the_answer_takes_its_place()
    {
        await using var stage = await DiscordStage.OpenAsync();
        await using var run = new PlatformRun(stage.Platform);
        var pending = await stage.BeginAsync(run);

        await pending.WaitAsync(3, CancellationToken.None);
        await stage.UntilVisibleAsync("3 questions are answered before yours.");
        await pending.FinishAsync(new Reply("The answer."), CancellationToken.None);

        Assert.Equal(["3 questions are answered before yours.", "The answer."], Assert.Single(stage.Answers).History.AsEnumerable());
    }

    [Fact]
    public async Task Finish_with_everything_puts_buttons_and_files_below_the_last_part()
    {
        await using var stage = await DiscordStage.OpenAsync();
        await using var run = new PlatformRun(stage.Platform);
        var picture = new Attachment("alpaca.png", "image/png", [1, 2, 3], "Alpaca is built on LLaMA");

        var reply = new Reply("One.")
        {
            Continued = ["Two."],
            Attachments = [picture],
            Actions = [AnswerAction.Useful, AnswerAction.Picture],
            AnswerId = "abc",
        };
        await (await stage.BeginAsync(run)).FinishAsync(reply, CancellationToken.None);

        var parts = stage.Answers;
        Assert.Equal(["One.", "Two."], parts.Select(part => part.Content));
        Assert.Empty(parts[0].Buttons);
        Assert.Equal([("useful:abc", "👍 Useful"), ("picture:abc", "Lineage picture")], parts[1].Buttons.AsEnumerable());
        Assert.Equal(("alpaca.png", "Alpaca is built on LLaMA"), Assert.Single(parts[1].Files));
        Assert.Equal([$"{stage.Server.Messages[0].Id}", $"{stage.Server.Messages[0].Id}-1"], parts.Select(part => part.Nonce));
    }
}
