using ChatLineage.Chat.Platforms;
using ChatLineage.Testing;
using ChatLineage.Testing.Chat;
using ChatLineage.Testing.Discord;
using ChatLineage.Testing.Discord.Server;

namespace ChatLineage.Discord.DiscordNet.Tests.Rest;

/// <summary>Requests that are limited, lost, or could ping somebody.</summary>
public sealed class RestFaultTests
{
    [Fact]
    public async Task Every_request_with_a_message_pings_nobody()
    {
        await using var stage = await DiscordNetStage.OpenAsync();
        await using var run = new PlatformRun(stage.Platform);
        var pending = await BeginAsync(stage, run);

        await pending.ShowAsync(new Reply("@everyone <@500>"), CancellationToken.None);
        await stage.UntilVisibleAsync("@everyone");
        await pending.FinishAsync(new Reply("@everyone <@500> <@&900>") { Continued = ["and @here"] }, CancellationToken.None);

        var sent = stage.Server.Wire.Calls.Where(call => call.Path.Contains("/messages", StringComparison.Ordinal) && call.Text("content") is not null).ToList();
        Assert.Equal(3, sent.Count);
        Assert.All(sent, call =>
        {
            var allowed = call.Body.GetProperty("allowed_mentions");
            Assert.Equal(0, allowed.GetProperty("parse").GetArrayLength());
            Assert.False(allowed.GetProperty("replied_user").GetBoolean());
        });
    }

    [Fact]
    public async Task Edits_that_are_limited_end_in_the_latest()
    {
        await using var stage = await DiscordNetStage.OpenAsync();
        await using var run = new PlatformRun(stage.Platform);
        var faults = new Queue<RestAnswer>([RestAnswer.TooMany(0.05), RestAnswer.TooMany(0.05), RestAnswer.TooMany(0.05, "global")]);
        var pending = await BeginAsync(stage, run);
        await pending.ShowAsync(new Reply("One."), CancellationToken.None);
        await stage.UntilVisibleAsync("One.");
        stage.Server.Fault = call => call.Method == "PATCH" && faults.TryDequeue(out var fault) ? fault : null;

        await pending.ShowAsync(new Reply("One. Two."), CancellationToken.None);
        await pending.FinishAsync(new Reply("One. Two. Three."), CancellationToken.None);

        var answer = Assert.Single(stage.Server.Messages, message => message.AuthorId == DiscordServer.Bot);
        Assert.Equal("One. Two. Three.", answer.Content);
        Assert.Empty(faults);
        Assert.Equal(answer.History.OrderBy(text => text.Length), answer.History);
    }

    [Fact]
    public async Task Post_whose_answer_was_lost_is_found_and_not_sent_again()
    {
        var time = new SteppedTime();
        await using var stage = await DiscordNetStage.OpenAsync(time);
        await using var run = new PlatformRun(stage.Platform);
        stage.Ask("Hello?");
        var message = await run.NextMessageAsync();
        var pending = await stage.Platform.BeginReplyAsync(message, Audience.Everybody, CancellationToken.None);
        var (answers, lost) = (stage.Server.Wire.Rest, false);
        stage.Server.Wire.Rest = call =>
        {
            var answer = answers(call);
            if (lost || !call.Is("POST", $"/channels/{DiscordServer.Direct}/messages"))
                return answer;
            lost = true;
            return RestAnswer.Broken;
        };

        await Assert.ThrowsAsync<PlatformUnavailableException>(async () => await pending.FinishAsync(new Reply("The answer."), CancellationToken.None));
        time.Advance(TimeSpan.FromSeconds(2));
        var again = await stage.Platform.BeginReplyAsync(message, Audience.Everybody, CancellationToken.None);
        await again.FinishAsync(new Reply("The answer."), CancellationToken.None);

        Assert.Equal("The answer.", Assert.Single(stage.Server.Messages, posted => posted.AuthorId == DiscordServer.Bot).Content);
    }

    [Fact]
    public async Task Command_of_an_earlier_run_is_answered_in_the_channel()
    {
        await using var stage = await DiscordNetStage.OpenAsync();
        await using var run = new PlatformRun(stage.Platform);
        stage.Server.Use("ask", """[{"name":"question","type":3,"value":"Hello?"}]""");
        var message = await run.NextMessageAsync();
        await run.StopAsync();

        await using var next = stage.Restart();
        var pending = await next.BeginReplyAsync(message, Audience.Everybody, CancellationToken.None);
        await pending.FinishAsync(new Reply("The answer."), CancellationToken.None);

        Assert.Equal(DiscordServer.Channel, Assert.Single(stage.Server.Messages, posted => posted.Content == "The answer.").ChannelId);
    }

    private static async Task<IPendingReply> BeginAsync(DiscordNetStage stage, PlatformRun run)
    {
        stage.Ask("Hello?");
        return await stage.Platform.BeginReplyAsync(await run.NextMessageAsync(), Audience.Everybody, CancellationToken.None);
    }
}
