using ChatLineage.Chat.Platforms;
using ChatLineage.Testing;
using ChatLineage.Testing.Chat;
using ChatLineage.Testing.Slack;

namespace ChatLineage.Slack.SlackNet.Tests.WebApi;

/// <summary>Calls that Slack refuses, or limits in any of its ways.</summary>
public sealed class CallFaultTests
{
    [Fact]
    public async Task Call_limited_in_each_way_still_comes_and_once()
    {
        await using var stage = SlackNetStage.Open();
        await using var run = new PlatformRun(stage.Platform);
        var faults = new Queue<ApiAnswer>([ApiAnswer.TooMany(1), ApiAnswer.TooManyWithStatus200(), new ApiAnswer(429, "Busy.")]);
        stage.Workspace.Interfere = call => call.Method == "chat.postMessage" && faults.TryDequeue(out var fault) ? fault : null;
        var pending = await BeginAsync(stage, run);

        await pending.FinishAsync(new Reply("It comes."), CancellationToken.None);

        Assert.Empty(faults);
        Assert.Single(stage.Workspace.Replies, reply => reply.Shown == "It comes.");
    }

    [Fact]
    public async Task Call_limited_again_and_again_is_given_up_and_can_be_tried_later()
    {
        var time = new SteppedTime();
        await using var stage = SlackNetStage.Open(time);
        await using var run = new PlatformRun(stage.Platform);
        var tries = 0;
        stage.Workspace.Interfere = call =>
        {
            if (call.Method != "chat.postMessage")
                return null;
            tries++;
            return ApiAnswer.TooMany(1);
        };
        var pending = await BeginAsync(stage, run);

        var finishing = pending.FinishAsync(new Reply("Too often."), CancellationToken.None).AsTask();
        while (!finishing.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await Assert.ThrowsAsync<PlatformUnavailableException>(() => finishing);
        Assert.Equal(20, tries);
    }

    [Fact]
    public async Task Call_refused_with_status_200_is_not_taken_for_done()
    {
        await using var stage = SlackNetStage.Open();
        await using var run = new PlatformRun(stage.Platform);
        stage.Workspace.Interfere = call => call.Method is "chat.postMessage" ? ApiAnswer.Error("is_archived") : null;
        var pending = await BeginAsync(stage, run);

        Assert.Null(await pending.FinishAsync(new Reply("Nobody sees it."), CancellationToken.None));
    }

    [Fact]
    public async Task File_is_described_to_those_who_do_not_see_it()
    {
        await using var stage = SlackNetStage.Open();
        await using var run = new PlatformRun(stage.Platform);
        var pending = await BeginAsync(stage, run);

        await pending.FinishAsync(new Reply("A picture.") { Attachments = [new Attachment("alpaca.png", "image/png", [1, 2, 3], "Alpaca, and what it is built on")] }, CancellationToken.None);

        var file = Assert.Single(stage.Workspace.Files);
        Assert.Equal("Alpaca, and what it is built on", file.Description);
        Assert.Equal([1, 2, 3], file.Bytes);
    }

    private static async Task<IPendingReply> BeginAsync(SlackNetStage stage, PlatformRun run)
    {
        stage.Ask("Hello?");
        return await stage.Platform.BeginReplyAsync(await run.NextMessageAsync(), Audience.Everybody, CancellationToken.None);
    }
}
