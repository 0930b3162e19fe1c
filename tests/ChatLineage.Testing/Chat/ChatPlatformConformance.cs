using ChatLineage.Answering;
using ChatLineage.Chat;
using ChatLineage.Chat.Conversations;
using ChatLineage.Chat.Platforms;
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
    public async Task Receive_two_questions_brings_them_in_order_and_ends()
    {
        await using var stage = CreateStage();
        stage.Ask(Question);
        stage.Ask(FollowUp);
        stage.Close();

        var messages = new List<IncomingMessage>();
        await foreach (var message in stage.Platform.ReceiveAsync(CancellationToken.None))
            messages.Add(message);

        Assert.Equal([Question, FollowUp], messages.Select(message => message.Text));
        Assert.Equal(2, messages.Select(message => message.Id).Distinct().Count());
        Assert.Single(messages.Select(message => message.Conversation).Distinct());
        Assert.All(messages, message =>
        {
            Assert.Equal(stage.Platform.Name, message.Conversation.Platform);
            Assert.NotEmpty(message.AuthorId);
            Assert.NotEqual(default, message.ReceivedAt);
        });
    }

    [Fact]
    public async Task Receive_cancelled_brings_nothing_more()
    {
        await using var stage = CreateStage();
        stage.Ask(Question);
        stage.Ask(FollowUp);
        stage.Close();
        using var stop = new CancellationTokenSource();

        var count = 0;
        try
        {
            await foreach (var message in stage.Platform.ReceiveAsync(stop.Token))
            {
                count++;
                await stop.CancelAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // Allowed: either way of ending is.
        }

        Assert.Equal(1, count);
    }

    [Fact]
    public async Task Finish_at_once_shows_body_and_sources_once()
    {
        await using var stage = CreateStage();
        var pending = await BeginAsync(stage);

        await pending.FinishAsync(new Reply("It came out on 19 April 2023 [1].", "Sources: [1] the repository"), CancellationToken.None);

        AssertShownOnce(stage, "It came out on 19 April 2023 [1].");
        AssertShownOnce(stage, "Sources: [1] the repository");
    }

    [Fact]
    public async Task Show_then_finish_shows_every_sentence_once()
    {
        await using var stage = CreateStage();
        if (stage.Platform.Capabilities.Updating == Updating.None)
            return;
        var pending = await BeginAsync(stage);

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
        var pending = await BeginAsync(stage);

        await pending.FinishAsync(new Reply(text), CancellationToken.None);

        AssertShownOnce(stage, text);
    }

    [Fact]
    public async Task Stop_after_showing_leaves_the_platform_usable()
    {
        await using var stage = CreateStage();
        var pending = await BeginAsync(stage);
        if (stage.Platform.Capabilities.Updating != Updating.None)
            await pending.ShowAsync(new Reply("Half of it"), CancellationToken.None);

        await pending.StopAsync(CancellationToken.None);
        var next = await BeginAsync(stage);
        await next.FinishAsync(new Reply("The next answer."), CancellationToken.None);

        AssertShownOnce(stage, "The next answer.");
    }

    [Fact]
    public async Task Dispatch_follow_up_carries_the_conversation()
    {
        await using var stage = CreateStage();
        stage.Ask(Question);
        stage.Ask(FollowUp);
        stage.Close();
        var answerer = new ScriptedAnswerer(question => question.History.IsEmpty
            ? AnswerBuilder.StableLM
            : new AnswerBuilder().Say("Stability AI made it.").Build());

        await Dispatcher(answerer).RunAsync(stage.Platform, CancellationToken.None);

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
        stage.Close();
        var withdrawn = false;
        var answerer = new ScriptedAnswerer(question => question.Text == Question
            ? new AnswerBuilder().Say("Early words.").Say("Late words.").Build()
            : new AnswerBuilder().Say("The second answer.").Build())
        {
            BeforeSentence = (said, _) =>
            {
                if (said == 1 && !withdrawn)
                {
                    withdrawn = true;
                    stage.Withdraw();
                }

                return Task.CompletedTask;
            },
        };

        await Dispatcher(answerer).RunAsync(stage.Platform, CancellationToken.None);

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
        stage.Close();
        var answerer = new ScriptedAnswerer(question => question.Text == Question
            ? throw new InvalidOperationException("secret detail")
            : new AnswerBuilder().Say("The second answer.").Build());

        await Dispatcher(answerer).RunAsync(stage.Platform, CancellationToken.None);

        AssertShownOnce(stage, "Something broke on my side");
        Assert.DoesNotContain("secret detail", stage.Visible, StringComparison.Ordinal);
        AssertShownOnce(stage, "The second answer.");
    }

    private static Dispatcher Dispatcher(IAnswerer answerer) =>
        new(answerer, new ConversationMemory(), TimeProvider.System, NullLogger<Dispatcher>.Instance);

    private static async Task<IPendingReply> BeginAsync(PlatformStage stage)
    {
        stage.Ask(Question);
        await foreach (var message in stage.Platform.ReceiveAsync(CancellationToken.None))
            return await stage.Platform.BeginReplyAsync(message, CancellationToken.None);
        throw new InvalidOperationException("The platform brought no message although somebody asked.");
    }

    private static void AssertShownOnce(PlatformStage stage, string text)
    {
        var pieces = Words(stage.Visible).Split(Words(text));
        Assert.True(pieces.Length == 2, $"expected to see once, saw {pieces.Length - 1} times: {text}\nvisible:\n{stage.Visible}");
    }

    /// <summary>Platforms may break lines where they like.</summary>
    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
