using ChatLineage.Chat.Platforms;
using ChatLineage.Testing;
using ChatLineage.Testing.Chat;
using ChatLineage.Testing.Discord;

namespace ChatLineage.Discord.Tests.Replies;

/// <summary>Replies that are delivered again, by a later try or by the next run of the program: what is there already is not made twice.</summary>
public sealed class RepeatedReplyTests
{
    private static readonly Reply InThree = new("One.") { Continued = ["Two.", "Three."] };

    private readonly SteppedTime _time = new();

    [Fact]
    public async Task Finish_when_Discord_is_away_says_that_it_can_be_tried_again_and_then_posts_once()
    {
        var time = new SteppedTime();
        await using var stage = await DiscordStage.OpenAsync(time);
        await using var run = new PlatformRun(stage.Platform);
        stage.Server.Say("@bot What is Alpaca built on?");
        var message = await run.NextMessageAsync();
        var pending = await stage.Platform.BeginReplyAsync(message, Audience.Everybody, CancellationToken.None);
        await pending.ShowAsync(new Reply("Half"), CancellationToken.None);
        await stage.UntilVisibleAsync("Half");
        stage.Server.Fault = _ => RestAnswer.TooMany(3600);
        await Assert.ThrowsAsync<PlatformUnavailableException>(async () => await pending.FinishAsync(new Reply("Half and half."), CancellationToken.None));

        // So much later that Discord has forgotten the nonce.
        stage.Server.Fault = _ => null;
        stage.Server.ForgetNonces();
        time.Advance(TimeSpan.FromHours(1.1));
        var again = await stage.Platform.BeginReplyAsync(message, Audience.Everybody, CancellationToken.None);
        await again.FinishAsync(new Reply("Half and half."), CancellationToken.None);

        Assert.Equal("Half and half.", Assert.Single(stage.Answers).Content);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Begin_again_after_a_restart_goes_on_with_the_message_that_is_there(bool nonceKnown)
    {
        await using var stage = await DiscordStage.OpenAsync();
        IncomingMessage message;
        await using (var run = new PlatformRun(stage.Platform))
        {
            stage.Server.Say("@bot What is Alpaca built on?");
            message = await run.NextMessageAsync();
            var pending = await stage.Platform.BeginReplyAsync(message, Audience.Everybody, CancellationToken.None);
            await pending.ShowAsync(new Reply("LLaMA,"), CancellationToken.None);
            await stage.UntilVisibleAsync("LLaMA,");
        }

        if (!nonceKnown)
            stage.Server.ForgetNonces();
        await using var next = stage.Restart();
        var begun = await next.BeginReplyAsync(message, Audience.Everybody, CancellationToken.None);
        await begun.FinishAsync(new Reply("LLaMA, of Meta."), CancellationToken.None);

        Assert.Equal("LLaMA, of Meta.", Assert.Single(stage.Answers).Content);
    }

    [Fact]
    public async Task Finish_after_somebody_deleted_the_half_posts_the_whole()
    {
        await using var stage = await DiscordStage.OpenAsync();
        await using var run = new PlatformRun(stage.Platform);
        var pending = await stage.BeginAsync(run);
        await pending.ShowAsync(new Reply("Half"), CancellationToken.None);
        await stage.UntilVisibleAsync("Half");
        stage.Server.Delete(stage.Answers[0].Id);

        await pending.FinishAsync(new Reply("The whole."), CancellationToken.None);

        Assert.Equal("The whole.", Assert.Single(stage.Answers).Content);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Finish_again_after_it_broke_off_between_parts_posts_only_the_rest(bool nonceKnown)
    {
        await using var stage = await DiscordStage.OpenAsync(_time);
        await using var run = new PlatformRun(stage.Platform);
        var message = await stage.AskAsync(run);
        stage.Server.Fault = call => call.Text("content") == "Three." ? RestAnswer.TooMany(3600) : null;
        await FinishInVainAsync(stage, message);

        stage.Server.Fault = _ => null;
        if (!nonceKnown)
        {
            stage.Server.ForgetNonces();
            _time.Advance(TimeSpan.FromMinutes(5));
        }

        await using var next = stage.Restart();
        var again = await next.BeginReplyAsync(message, Audience.Everybody, CancellationToken.None);
        await again.FinishAsync(InThree, CancellationToken.None);

        Assert.Equal(["One.", "Two.", "Three."], stage.Answers.Select(answer => answer.Content));
    }

    [Fact]
    public async Task Finish_again_with_a_shorter_answer_takes_away_what_is_left_over()
    {
        await using var stage = await DiscordStage.OpenAsync(_time);
        await using var run = new PlatformRun(stage.Platform);
        var message = await stage.AskAsync(run);
        await (await stage.Platform.BeginReplyAsync(message, Audience.Everybody, CancellationToken.None)).FinishAsync(InThree, CancellationToken.None);

        _time.Advance(TimeSpan.FromMinutes(5));
        await using var next = stage.Restart();
        var again = await next.BeginReplyAsync(message, Audience.Everybody, CancellationToken.None);
        await again.FinishAsync(new Reply("In short."), CancellationToken.None);

        Assert.Equal("In short.", Assert.Single(stage.Answers).Content);
    }

    [Fact]
    public async Task Command_finished_again_after_it_broke_off_between_parts_posts_only_the_rest()
    {
        await using var stage = await DiscordStage.OpenAsync(_time);
        await using var run = new PlatformRun(stage.Platform);
        stage.Server.Use("sources");
        var message = await run.NextMessageAsync();
        stage.Server.Fault = call => call.Text("content") == "Three." ? RestAnswer.Error(503) : null;
        await FinishInVainAsync(stage, message);

        stage.Server.Fault = _ => null;
        await FinishLaterAsync(stage, message);

        Assert.Equal(["One.", "Two.", "Three."], stage.Answers.Select(answer => answer.Content));
    }

    [Fact]
    public async Task Command_finished_again_after_the_answer_to_a_part_got_lost_posts_only_the_rest()
    {
        await using var stage = await DiscordStage.OpenAsync(_time);
        await using var run = new PlatformRun(stage.Platform);
        stage.Server.Use("sources");
        var message = await run.NextMessageAsync();
        stage.Server.Fault = call =>
        {
            if (call.Text("content") != "Two.")
                return null;
            stage.Server.Process(call);
            return RestAnswer.Broken;
        };
        await FinishInVainAsync(stage, message);

        stage.Server.Fault = _ => null;
        await FinishLaterAsync(stage, message);

        Assert.Equal(["One.", "Two.", "Three."], stage.Answers.Select(answer => answer.Content));
    }

    private static async Task FinishInVainAsync(DiscordStage stage, IncomingMessage message)
    {
        var pending = await stage.Platform.BeginReplyAsync(message, Audience.Everybody, CancellationToken.None);
        await Assert.ThrowsAsync<PlatformUnavailableException>(async () => await pending.FinishAsync(InThree, CancellationToken.None));
    }

    private async Task FinishLaterAsync(DiscordStage stage, IncomingMessage message)
    {
        _time.Advance(TimeSpan.FromSeconds(5));
        var again = await stage.Platform.BeginReplyAsync(message, Audience.Everybody, CancellationToken.None);
        await again.FinishAsync(InThree, CancellationToken.None);
    }
}
