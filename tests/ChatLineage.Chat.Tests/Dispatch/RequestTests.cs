using ChatLineage.Answering;
using ChatLineage.Chat.Access;
using ChatLineage.Chat.Commands;
using ChatLineage.Chat.Platforms;
using ChatLineage.Chat.Storage;
using ChatLineage.Testing.Answers;
using ChatLineage.Testing.Notes;

namespace ChatLineage.Chat.Tests.Dispatch;

/// <summary>What is wanted besides answers to questions, and who is heard.</summary>
public sealed class RequestTests
{
    [Fact]
    public async Task Help_lists_every_command()
    {
        var reply = await AskAsync(message => message with { Request = Request.Help, Text = "" });

        Assert.Contains("/compare", reply!.Text, StringComparison.Ordinal);
        Assert.All(ChatCommands.All, command => Assert.Contains(command.Description, reply!.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Question_without_words_gets_an_example() =>
        Assert.Contains("for example", (await AskAsync(message => message with { Text = "" }))!.Text, StringComparison.Ordinal);

    [Fact]
    public async Task Sources_before_any_answer_says_so() =>
        Assert.Contains("Nothing was answered here yet", (await AskAsync(message => message with { Request = Request.Sources, Text = "" }))!.Text, StringComparison.Ordinal);

    [Fact]
    public async Task Sources_after_an_answer_shows_those_of_it()
    {
        await using var stage = new DispatchStage();
        stage.Platform.Ask("q");
        stage.Platform.Bring(stage.Platform.Message("") with { Request = Request.Sources });

        await stage.RunToEndAsync(new ScriptedAnswerer(AnswerBuilder.StableLM));

        var sources = stage.Platform.Replies.Single(reply => reply.MessageId == "m2").Finished!;
        Assert.Contains("StableLM repository", sources.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("came out", sources.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_judges_each_statement_on_a_line_of_its_own_with_sources()
    {
        var reply = await AskAsync(message => message with { Request = Request.Check, Text = "Vicuna is fine-tuned from LLaMA. Alpaca is fine-tuned from Vicuna." });

        var lines = reply!.Body.Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("2 statements in 2 sentences", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("Supported: Vicuna is", lines[1], StringComparison.Ordinal);
        Assert.Matches(@"\\\[\d\\\]", lines[1]);
        Assert.NotNull(reply.Sources);
    }

    [Fact]
    public async Task Check_of_idle_talk_says_that_there_is_nothing_to_check() =>
        Assert.Contains("nothing to check", (await AskAsync(message => message with { Request = Request.Check, Text = "Good morning to all." }))!.Text, StringComparison.Ordinal);

    [Fact]
    public async Task Overheard_question_that_the_bot_cannot_answer_leaves_it_silent()
    {
        var every = new AccessOptions { Mode = ChannelMode.Every };
        var unknown = new AnswerBuilder().Say("I don't know.").Abstain(AbstentionReason.NotRecorded).Build();

        Assert.Null(await AskAsync(message => message with { Trigger = Trigger.Overheard }, every, unknown));
        Assert.NotNull(await AskAsync(message => message with { Trigger = Trigger.Overheard }, every));
        Assert.NotNull(await AskAsync(message => message with { Trigger = Trigger.Mention }, every, unknown));
    }

    [Fact]
    public async Task Talk_among_people_in_a_thread_of_the_bot_is_left_alone()
    {
        var offTopic = new AnswerBuilder().Say("I only know about AI.").Abstain(AbstentionReason.OffTopic).Build();
        await using var stage = new DispatchStage();
        await stage.Store.AddAnswerAsync(
            new StoredAnswer("x", stage.Platform.Message("").Conversation, "x", new Turn("q", AnswerBuilder.StableLM), DateTimeOffset.UnixEpoch), CancellationToken.None);
        stage.Platform.Bring(stage.Platform.Message("see you tomorrow") with { Trigger = Trigger.Thread });
        stage.Platform.Bring(stage.Platform.Message("and what about Vicuna") with { Trigger = Trigger.Thread });

        await stage.RunToEndAsync(new ScriptedAnswerer(question => question.Text.StartsWith("see", StringComparison.Ordinal) ? offTopic : AnswerBuilder.StableLM));

        Assert.Equal("m3", Assert.Single(stage.Platform.Replies).MessageId);
        Assert.Empty(await stage.Store.ReadUnsettledAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Command_where_the_bot_may_not_answer_is_told_so_in_private()
    {
        var place = new Place("server", "channel", []);
        await using var stage = new DispatchStage { Access = new AccessOptions { Channels = ["other"] } };
        stage.Platform.Bring(stage.Platform.Message("q") with { Trigger = Trigger.Command, Place = place });
        stage.Platform.Bring(stage.Platform.Message("q") with { Trigger = Trigger.Mention, Place = place });

        await stage.RunToEndAsync(new ScriptedAnswerer(AnswerBuilder.StableLM));

        var reply = Assert.Single(stage.Platform.Replies);
        Assert.Equal(Audience.Asker, reply.Audience);
        Assert.Contains("don't answer in this channel", reply.Finished!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suggest_completes_names()
    {
        await using var stage = new DispatchStage { Notes = LineageNotes.Knowledge };
        var dispatcher = stage.Start(new ScriptedAnswerer(AnswerBuilder.StableLM));

        Assert.Equal("StableVicuna", dispatcher.Suggest("stablev", 5)[0]);
    }

    private static async Task<Reply?> AskAsync(Func<IncomingMessage, IncomingMessage> change, AccessOptions? access = null, Answer? answer = null)
    {
        await using var stage = new DispatchStage { Notes = LineageNotes.Knowledge, Access = access ?? new AccessOptions() };
        stage.Platform.Bring(change(stage.Platform.Message("what is LLaMA?")));
        await stage.RunToEndAsync(new ScriptedAnswerer(answer ?? AnswerBuilder.StableLM));
        return stage.Platform.Replies.SingleOrDefault()?.Finished;
    }
}
