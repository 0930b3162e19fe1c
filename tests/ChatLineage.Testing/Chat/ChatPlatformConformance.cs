using System.Collections.Immutable;
using System.Text;
using ChatLineage.Answering;
using ChatLineage.Chat;
using ChatLineage.Chat.Dispatch;
using ChatLineage.Chat.Platforms;
using ChatLineage.Chat.Storage;
using ChatLineage.Testing.Answers;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatLineage.Testing.Chat;

/// <summary>
/// What every <see cref="IChatPlatform"/> must do. Each implementation derives this in its own test project, in a class that is named
/// after it: <c>TerminalPlatformTests</c>.
/// </summary>
public abstract class ChatPlatformConformance
{
    private const string Question = "When did StableLM come out?";
    private const string FollowUp = "and who made it?";

    /// <summary>A fresh platform.</summary>
    protected abstract PlatformStage CreateStage();

    [Fact]
    public async Task Suite_always_is_named_after_its_platform()
    {
        await using var stage = CreateStage();

        Assert.Equal(GetType().Name, stage.Platform.GetType().Name + "Tests");
    }

    [Fact]
    public async Task Capabilities_always_make_sense()
    {
        await using var stage = CreateStage();
        var can = stage.Platform.Capabilities;

        Assert.Matches("^[a-z][a-z0-9-]*$", stage.Platform.Name);
        Assert.True(can.MaxTextLength >= 200, $"MaxTextLength is {can.MaxTextLength}: too short for an answer");
        Assert.True(can.UpdateInterval >= TimeSpan.Zero);
        Assert.True(can.MaxFileBytes >= 0);
        Assert.Equal(can, stage.Platform.Capabilities);
    }

    [Fact]
    public async Task Run_two_questions_brings_them_in_order()
    {
        await using var stage = CreateStage();
        stage.Ask(Question);
        stage.Ask(FollowUp);
        await using var run = new PlatformRun(stage.Platform);

        IncomingMessage[] messages = [await AnswerNextAsync(stage, run), await AnswerNextAsync(stage, run)];

        Assert.Equal([Question, FollowUp], messages.Select(message => message.Text));
        Assert.Equal(2, messages.Select(message => message.Id).Distinct().Count());
        Assert.Single(messages.Select(message => message.Conversation).Distinct());
        Assert.All(messages, message =>
        {
            Assert.Equal(stage.Platform.Name, message.Conversation.Platform);
            Assert.Equal(Request.Question, message.Request);
            Assert.NotEmpty(message.AuthorId);
            Assert.NotEqual(default, message.ReceivedAt);
        });
    }

    [Fact]
    public async Task Run_cancelled_ends_and_brings_nothing_more()
    {
        await using var stage = CreateStage();
        stage.Ask(Question);
        await using var run = new PlatformRun(stage.Platform);
        await AnswerNextAsync(stage, run);

        await run.StopAsync();
        stage.Ask(FollowUp);

        Assert.False(run.HasMore);
    }

    [Fact]
    public async Task Finish_at_once_shows_body_and_sources_once()
    {
        await using var stage = CreateStage();
        await using var run = new PlatformRun(stage.Platform);
        var pending = await BeginAsync(stage, run);

        await pending.FinishAsync(new Reply("It came out on 19 April 2023 [1].", "Sources: [1] the repository"), CancellationToken.None);

        AssertShownOnce(stage, "It came out on 19 April 2023 [1].");
        AssertShownOnce(stage, "Sources: [1] the repository");
    }

    [Fact]
    public async Task Finish_twice_asked_gives_two_ids_or_none()
    {
        await using var stage = CreateStage();
        await using var run = new PlatformRun(stage.Platform);

        var first = await (await BeginAsync(stage, run)).FinishAsync(new Reply("One."), CancellationToken.None);
        var second = await (await BeginAsync(stage, run)).FinishAsync(new Reply("Two."), CancellationToken.None);

        Assert.True((first is null && second is null) || first != second, $"two replies have the id {first}");
    }

    [Fact]
    public async Task Wait_then_finish_shows_the_reply_and_no_place_in_a_queue()
    {
        await using var stage = CreateStage();
        await using var run = new PlatformRun(stage.Platform);
        var pending = await BeginAsync(stage, run);

        await pending.WaitAsync(17, CancellationToken.None);
        await pending.WaitAsync(1, CancellationToken.None);
        await pending.FinishAsync(new Reply("The answer."), CancellationToken.None);

        AssertShownOnce(stage, "The answer.");
        Assert.DoesNotContain("17", stage.Visible, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_then_finish_shows_every_sentence_once()
    {
        await using var stage = CreateStage();
        if (stage.Platform.Capabilities.Updating == Updating.None)
            return;
        await using var run = new PlatformRun(stage.Platform);
        var pending = await BeginAsync(stage, run);

        await pending.ShowAsync(new Reply("First one [1]."), CancellationToken.None);
        await pending.ShowAsync(new Reply("First one [1]. Second one [2]."), CancellationToken.None);
        await pending.FinishAsync(new Reply("First one [1]. Second one [2]. Third one [3].", "Sources: three"), CancellationToken.None);

        AssertShownOnce(stage, "First one [1]. Second one [2]. Third one [3].");
        AssertShownOnce(stage, "Sources: three");
    }

    [Fact]
    public async Task Finish_longest_text_shows_all_of_it()
    {
        await using var stage = CreateStage();
        var length = Math.Min(stage.Platform.Capabilities.MaxTextLength, 20_000);
        var text = string.Concat(Enumerable.Repeat("word ", length / 5))[..^2] + "!";
        await using var run = new PlatformRun(stage.Platform);
        var pending = await BeginAsync(stage, run);

        await pending.FinishAsync(new Reply(text), CancellationToken.None);

        AssertShownOnce(stage, text);
    }

    [Fact]
    public async Task Finish_continued_shows_every_part_once_and_in_order()
    {
        await using var stage = CreateStage();
        await using var run = new PlatformRun(stage.Platform);
        var pending = await BeginAsync(stage, run);
        ImmutableArray<string> parts = ["The first part.", "The second part.", "The third part."];

        await pending.FinishAsync(new Reply(parts[0]) { Continued = parts[1..] }, CancellationToken.None);

        var places = parts.Select(part => stage.Visible.IndexOf(part, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        AssertShownOnce(stage, "The second part.");
    }

    [Fact]
    public async Task Finish_with_a_file_shows_it_and_what_it_is()
    {
        await using var stage = CreateStage();
        if (stage.Platform.Capabilities.MaxFileBytes == 0)
            return;
        await using var run = new PlatformRun(stage.Platform);
        var pending = await BeginAsync(stage, run);
        var file = new Attachment("answer.md", "text/markdown", [.. Encoding.UTF8.GetBytes("# All of it")], "The whole answer, as Markdown");

        await pending.FinishAsync(new Reply("It is in the file.") { Attachments = [file] }, CancellationToken.None);

        AssertShownOnce(stage, "It is in the file.");
        Assert.Contains("answer.md", stage.Visible, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finish_in_private_shows_it_to_the_asker_alone()
    {
        await using var stage = CreateStage();
        if (!stage.Platform.Capabilities.Ephemeral)
            return;
        await using var run = new PlatformRun(stage.Platform);
        stage.AskInPrivate(Question);
        var pending = await stage.Platform.BeginReplyAsync(await run.NextMessageAsync(), Audience.Asker, CancellationToken.None);

        await pending.FinishAsync(new Reply("For you alone."), CancellationToken.None);

        await stage.UntilVisibleAsync("For you alone.");
        Assert.DoesNotContain("For you alone.", stage.VisibleToOthers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Press_each_button_brings_its_action_and_shows_what_comes_of_it()
    {
        await using var stage = CreateStage();
        if (!stage.Platform.Capabilities.Buttons)
            return;
        const string AnswerId = "0123456789abcdef0123456789abcdef";
        await using var run = new PlatformRun(stage.Platform);
        var pending = await BeginAsync(stage, run);
        ImmutableArray<AnswerAction> all = [.. Enum.GetValues<AnswerAction>()];
        await pending.FinishAsync(new Reply("With buttons.") { Actions = all, AnswerId = AnswerId }, CancellationToken.None);

        foreach (var button in all)
        {
            await stage.PressAsync(button, "because of that");
            var action = await run.NextActionAsync();

            Assert.Equal((button, AnswerId), (action.Action, action.AnswerId));
            Assert.Equal(stage.Platform.Name, action.Platform);
            Assert.NotEmpty(action.AuthorId);
            Assert.NotEmpty(action.Id);
            Assert.Equal(button is AnswerAction.NotUseful or AnswerAction.AskMaintainer ? "because of that" : null, action.Comment);
            await stage.UntilVisibleAsync($"Done: {button}.");
            Assert.DoesNotContain($"Done: {button}.", stage.VisibleToOthers, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Post_to_a_channel_shows_it_or_is_refused()
    {
        await using var stage = CreateStage();
        var reply = new Reply("A question for the maintainers.");

        if (stage.Platform.Capabilities.Channels)
        {
            await stage.Platform.PostAsync(stage.ChannelId, reply, CancellationToken.None);
            AssertShownOnce(stage, "A question for the maintainers.");
        }
        else
        {
            await Assert.ThrowsAsync<NotSupportedException>(async () => await stage.Platform.PostAsync("any", reply, CancellationToken.None));
        }
    }

    [Fact]
    public async Task Stop_after_showing_leaves_the_platform_usable()
    {
        await using var stage = CreateStage();
        await using var run = new PlatformRun(stage.Platform);
        var pending = await BeginAsync(stage, run);
        if (stage.Platform.Capabilities.Updating != Updating.None)
            await pending.ShowAsync(new Reply("Half of it"), CancellationToken.None);

        await pending.StopAsync(CancellationToken.None);
        var next = await BeginAsync(stage, run);
        await next.FinishAsync(new Reply("The next answer."), CancellationToken.None);

        AssertShownOnce(stage, "The next answer.");
    }

    [Fact]
    public async Task Dispatch_follow_up_carries_the_conversation()
    {
        await using var stage = CreateStage();
        stage.Ask(Question);
        stage.Ask(FollowUp);
        var answerer = new ScriptedAnswerer(question => question.History.IsEmpty
            ? AnswerBuilder.StableLM
            : new AnswerBuilder().Say("Stability AI made it.").Build());

        await DispatchAsync(stage, answerer, replies: 2);

        Assert.Equal(2, answerer.Asked.Count);
        Assert.Equal(Question, Assert.Single(answerer.Asked[1].History).Question);
        AssertShownOnce(stage, "Stability AI made it.");
    }

    [Fact]
    public async Task Dispatch_withdrawn_question_says_no_more_and_goes_on()
    {
        await using var stage = CreateStage();
        stage.Ask(Question);
        stage.Ask(FollowUp);
        var answerer = new ScriptedAnswerer(question => question.Text == Question
            ? new AnswerBuilder().Say("Early words.").Say("Late words.").Build()
            : new AnswerBuilder().Say("The second answer.").Build())
        {
            BeforeSentence = async (said, withdrawn) =>
            {
                if (said != 1)
                    return;
                stage.Withdraw(Question);
                // Until the platform has passed it on.
                await Task.Delay(Patience.Limit, withdrawn);
            },
        };

        await DispatchAsync(stage, answerer, replies: 2);

        Assert.DoesNotContain("Late words.", Words(stage.Visible), StringComparison.Ordinal);
        AssertShownOnce(stage, "The second answer.");
        Assert.Empty(answerer.Asked[1].History);
    }

    [Fact]
    public async Task Dispatch_broken_answerer_tells_the_asker_and_goes_on()
    {
        await using var stage = CreateStage();
        stage.Ask(Question);
        stage.Ask(FollowUp);
        var answerer = new ScriptedAnswerer(question => question.Text == Question
            ? throw new InvalidOperationException("secret detail")
            : new AnswerBuilder().Say("The second answer.").Build());

        await DispatchAsync(stage, answerer, replies: 2);

        AssertShownOnce(stage, "Something broke on my side");
        Assert.DoesNotContain("secret detail", stage.Visible, StringComparison.Ordinal);
        AssertShownOnce(stage, "The second answer.");
    }

    /// <summary>Answers what the platform brings until so many replies have ended.</summary>
    private static async Task DispatchAsync(PlatformStage stage, IAnswerer answerer, int replies)
    {
        using var stop = new CancellationTokenSource();
        var platform = new ObservedPlatform(stage.Platform, ended =>
        {
            if (ended == replies)
                stop.Cancel();
        });
        var dispatcher = new Dispatcher(answerer, new ChatMemory(), new ChatOptions(), TimeProvider.System, NullLogger<Dispatcher>.Instance);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => dispatcher.RunAsync([platform], stop.Token).WaitAsync(Patience.Limit));
    }

    private static async Task<IPendingReply> BeginAsync(PlatformStage stage, PlatformRun run)
    {
        stage.Ask(Question);
        return await stage.Platform.BeginReplyAsync(await run.NextMessageAsync(), Audience.Everybody, CancellationToken.None);
    }

    private static async Task<IncomingMessage> AnswerNextAsync(PlatformStage stage, PlatformRun run)
    {
        var message = await run.NextMessageAsync();
        var pending = await stage.Platform.BeginReplyAsync(message, Audience.Everybody, CancellationToken.None);
        await pending.FinishAsync(new Reply("Yes."), CancellationToken.None);
        return message;
    }

    private static void AssertShownOnce(PlatformStage stage, string text)
    {
        var pieces = Words(stage.Visible).Split(Words(text));
        Assert.True(pieces.Length == 2, $"expected to see once, saw {pieces.Length - 1} times: {text}\nvisible:\n{stage.Visible}");
    }

    /// <summary>Platforms may break lines where they like.</summary>
    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
