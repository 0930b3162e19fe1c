using ChatLineage.Chat.Platforms;
using ChatLineage.Testing;
using ChatLineage.Testing.Chat;
using ChatLineage.Testing.Discord;
using ChatLineage.Testing.Discord.Server;

namespace ChatLineage.Discord.Tests.Replies;

/// <summary>Replies to commands.</summary>
public sealed class CommandReplyTests
{
    private readonly SteppedTime _time = new();

    [Fact]
    public async Task Begin_defers_and_the_answer_is_edited_in()
    {
        await using var stage = await DiscordStage.OpenAsync(_time);
        await using var run = new PlatformRun(stage.Platform);
        var (pending, id) = await UseAsync(stage, run);
        Assert.Equal(5, (await stage.ResponseAsync(id)).Type);

        await pending.ShowAsync(new Reply("LLaMA"), CancellationToken.None);
        await stage.UntilVisibleAsync("LLaMA");
        var posted = await pending.FinishAsync(new Reply("LLaMA, of Meta.") { Continued = ["And more."] }, CancellationToken.None);

        var messages = stage.Server.Messages;
        Assert.Equal(["> What is Alpaca built on?\nLLaMA, of Meta.", "And more."], messages.Select(message => message.Content));
        Assert.Equal($"{messages[0].Id}", posted);
    }

    [Fact]
    public async Task Private_answer_is_private_from_the_first_response_to_the_last_part()
    {
        await using var stage = await DiscordStage.OpenAsync(_time);
        await using var run = new PlatformRun(stage.Platform);
        var (pending, _) = await UseAsync(stage, run, Audience.Asker);

        Assert.Null(await pending.FinishAsync(new Reply("One.") { Continued = ["Two."] }, CancellationToken.None));

        Assert.Equal(["One.", "Two."], stage.Server.Messages.Select(message => message.Content));
        Assert.All(stage.Server.Messages, message => Assert.True(message.Ephemeral));
    }

    [Fact]
    public async Task Question_above_the_answer_is_short_and_does_nothing()
    {
        await using var stage = await DiscordStage.OpenAsync(_time);
        await using var run = new PlatformRun(stage.Platform);
        stage.Server.Use("ask", $$"""[{"name":"question","type":3,"value":"@everyone **hi**\n# {{new string('*', 400)}}"}]""");
        var message = await run.NextMessageAsync();
        var longest = new string('x', stage.Platform.Capabilities.MaxTextLength);

        var pending = await stage.Platform.BeginReplyAsync(message, Audience.Everybody, CancellationToken.None);
        await pending.FinishAsync(new Reply(longest), CancellationToken.None);

        var lines = Assert.Single(stage.Answers).Content.Split('\n');
        Assert.Equal(longest, lines[1]);
        Assert.Equal(2, lines.Length);
        Assert.DoesNotContain("@everyone", lines[0], StringComparison.Ordinal);
        Assert.InRange(lines[0].Length, 150, 199);
        Assert.EndsWith("…", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finish_after_fifteen_minutes_goes_into_the_channel()
    {
        await using var stage = await DiscordStage.OpenAsync(_time);
        await using var run = new PlatformRun(stage.Platform);
        var (pending, id) = await UseAsync(stage, run);
        _time.Advance(TimeSpan.FromMinutes(15));

        await pending.FinishAsync(new Reply("Late, but there."), CancellationToken.None);

        var late = stage.Server.Messages[^1];
        Assert.Equal(("> What is Alpaca built on?\nLate, but there.", DiscordServer.Channel, $"{id}"), (late.Content, late.ChannelId, late.Nonce));
        Assert.Null(late.ReplyTo);
        Assert.DoesNotContain(stage.Server.Wire.Calls, call => call.Is("PATCH", "/webhooks/"));
    }

    [Fact]
    public async Task Finish_in_private_after_fifteen_minutes_goes_into_a_direct_conversation()
    {
        await using var stage = await DiscordStage.OpenAsync(_time);
        await using var run = new PlatformRun(stage.Platform);
        var (pending, _) = await UseAsync(stage, run, Audience.Asker);
        _time.Advance(TimeSpan.FromMinutes(15));

        await pending.FinishAsync(new Reply("For you alone."), CancellationToken.None);

        Assert.Equal(("For you alone.", DiscordServer.Direct), (stage.Server.Messages[^1].Content, stage.Server.Messages[^1].ChannelId));
    }

    [Theory]
    [InlineData(401, 50027)]
    [InlineData(404, 10015)]
    public async Task Finish_with_a_token_that_is_refused_goes_into_the_channel(int status, int code)
    {
        await using var stage = await DiscordStage.OpenAsync(_time);
        await using var run = new PlatformRun(stage.Platform);
        var (pending, _) = await UseAsync(stage, run);
        stage.Server.Fault = call => call.Path.StartsWith("/webhooks/", StringComparison.Ordinal) ? RestAnswer.Error(status, code) : null;

        await pending.FinishAsync(new Reply("There."), CancellationToken.None);

        Assert.EndsWith("There.", stage.Server.Messages[^1].Content, StringComparison.Ordinal);
        await stage.Platform.PostAsync($"{DiscordServer.Channel}", new Reply("The token of the bot is still good."), CancellationToken.None);
    }

    [Fact]
    public async Task Begin_later_than_three_seconds_goes_into_the_channel()
    {
        await using var stage = await DiscordStage.OpenAsync(_time);
        await using var run = new PlatformRun(stage.Platform);
        stage.Server.Use("sources");
        var message = await run.NextMessageAsync();
        _time.Advance(TimeSpan.FromSeconds(4));

        var pending = await stage.Platform.BeginReplyAsync(message, Audience.Everybody, CancellationToken.None);
        await pending.ShowAsync(new Reply("Too early to show."), CancellationToken.None);
        await pending.FinishAsync(new Reply("There."), CancellationToken.None);

        Assert.Equal("There.", Assert.Single(stage.Server.Messages).Content);
    }

    [Fact]
    public async Task Begin_again_after_a_restart_edits_the_same_response()
    {
        await using var stage = await DiscordStage.OpenAsync(_time);
        IncomingMessage message;
        await using (var run = new PlatformRun(stage.Platform))
        {
            stage.Server.Use("sources");
            message = await run.NextMessageAsync();
            await stage.Platform.BeginReplyAsync(message, Audience.Everybody, CancellationToken.None);
        }

        _time.Advance(TimeSpan.FromSeconds(2));
        await using var next = stage.Restart();
        var begun = await next.BeginReplyAsync(message, Audience.Everybody, CancellationToken.None);
        await begun.FinishAsync(new Reply("There."), CancellationToken.None);

        Assert.Equal("There.", Assert.Single(stage.Server.Messages).Content);
    }

    [Fact]
    public async Task Answer_keeps_the_token_out_of_what_is_logged()
    {
        await using var stage = await DiscordStage.OpenAsync(_time);
        await using var run = new PlatformRun(stage.Platform);
        var id = stage.Server.Use("sources");
        var message = await run.NextMessageAsync();
        var address = Discord.Replies.ReplyAddress.Parse(message.ReplyAddress);

        Assert.Contains($"token-of-{id}", message.ReplyAddress, StringComparison.Ordinal);
        Assert.DoesNotContain("token-of", address.ToString(), StringComparison.Ordinal);
        Assert.Equal(address, Discord.Replies.ReplyAddress.Parse(address.ToText()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("m1 1 2")]
    [InlineData("m1 1 2 x")]
    [InlineData("i1 1 2 3 4 ")]
    [InlineData("z9 1 2 3")]
    public void Address_of_another_form_is_refused(string? text) => Assert.Throws<FormatException>(() => Discord.Replies.ReplyAddress.Parse(text));

    private static async Task<(IPendingReply Pending, ulong Id)> UseAsync(DiscordStage stage, PlatformRun run, Audience audience = Audience.Everybody)
    {
        var id = stage.Server.Use("ask", """[{"name":"question","type":3,"value":"What is Alpaca built on?"}]""");
        return (await stage.Platform.BeginReplyAsync(await run.NextMessageAsync(), audience, CancellationToken.None), id);
    }
}
