using ChatLineage.Chat.Access;
using ChatLineage.Chat.Dispatch;
using ChatLineage.Chat.Platforms;
using ChatLineage.Chat.Storage;
using ChatLineage.Testing.Answers;
using ChatLineage.Testing.Notes;

namespace ChatLineage.Chat.Tests.Dispatch;

/// <summary>The buttons below answers.</summary>
public sealed class ActionTests
{
    [Fact]
    public async Task Reply_to_an_answer_has_the_buttons_that_make_sense()
    {
        await using var stage = await AnsweredAsync();

        var reply = stage.Platform.Replies[0].Finished!;

        Assert.Equal(
            [AnswerAction.Useful, AnswerAction.NotUseful, AnswerAction.Sources, AnswerAction.Picture, AnswerAction.AskMaintainer], reply.Actions.AsEnumerable());
        Assert.Equal(AnswerIds.Of("fake", "m1"), reply.AnswerId);
    }

    [Fact]
    public async Task Reply_that_knows_nothing_offers_no_sources()
    {
        await using var stage = new DispatchStage();
        stage.Platform.Ask("q");
        await stage.RunToEndAsync(new ScriptedAnswerer(new AnswerBuilder().Say("I don't know.").Abstain(Answering.AbstentionReason.NotRecorded).Build()));

        Assert.Equal([AnswerAction.Useful, AnswerAction.NotUseful, AnswerAction.AskMaintainer], stage.Platform.Replies[0].Finished!.Actions.AsEnumerable());
    }

    [Fact]
    public async Task Press_not_useful_notes_the_reason_and_thanks_in_private()
    {
        await using var stage = await AnsweredAsync();

        var reply = await stage.Platform.PressAsync(AnswerAction.NotUseful, "  the date is wrong ");

        Assert.Equal(Audience.Asker, reply.Audience);
        Assert.Contains("Thank you", reply.Text, StringComparison.Ordinal);
        var gap = Assert.Single(await stage.Store.ReadGapsAsync(5, CancellationToken.None));
        Assert.Equal((GapKind.NotUseful, "the date is wrong"), (gap.Kind, gap.Comment));
    }

    [Fact]
    public async Task Press_useful_after_not_useful_takes_it_back()
    {
        await using var stage = await AnsweredAsync();
        await stage.Platform.PressAsync(AnswerAction.NotUseful);

        await stage.Platform.PressAsync(AnswerAction.Useful);

        Assert.Empty(await stage.Store.ReadGapsAsync(5, CancellationToken.None));
    }

    [Fact]
    public async Task Press_sources_shows_each_in_private()
    {
        await using var stage = await AnsweredAsync();

        var reply = await stage.Platform.PressAsync(AnswerAction.Sources);

        Assert.Equal(Audience.Asker, reply.Audience);
        Assert.Contains("StableLM repository", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("came out", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Press_picture_shows_it_to_everybody_with_words_for_those_who_cannot_see_it()
    {
        await using var stage = await AnsweredAsync();

        var reply = await stage.Platform.PressAsync(AnswerAction.Picture);

        var picture = Assert.Single(reply.Attachments);
        Assert.Equal(("vicuna.png", "Vicuna in words"), (picture.FileName, picture.Description));
        Assert.Equal(Audience.Everybody, reply.Audience);
    }

    [Fact]
    public async Task Press_picture_too_often_is_turned_down()
    {
        await using var stage = await AnsweredAsync(stage => stage.Options.Limits.PerPerson = 1);

        var reply = await stage.Platform.PressAsync(AnswerAction.Picture);

        Assert.Contains("Please ask again in", reply.Text, StringComparison.Ordinal);
        Assert.Empty(reply.Attachments);
    }

    [Fact]
    public async Task Press_ask_a_maintainer_posts_it_once_to_their_channel()
    {
        await using var stage = await AnsweredAsync();

        var first = await stage.Platform.PressAsync(AnswerAction.AskMaintainer, "@everyone what about its *weights*?");
        var second = await stage.Platform.PressAsync(AnswerAction.AskMaintainer, "again");

        Assert.Contains("with the maintainers", first.Text, StringComparison.Ordinal);
        Assert.Contains("already", second.Text, StringComparison.Ordinal);
        var (channel, post) = Assert.Single(stage.Platform.Posts);
        Assert.Equal("maintainers", channel);
        Assert.Contains("what is vicuna?", post.Text, StringComparison.Ordinal);
        Assert.Contains(@"its \*weights\*", post.Text, StringComparison.Ordinal);
        Assert.Equal(GapKind.PassedOn, Assert.Single(await stage.Store.ReadGapsAsync(5, CancellationToken.None)).Kind);
    }

    [Fact]
    public async Task Press_ask_a_maintainer_whose_channel_cannot_be_posted_to_keeps_the_question_and_says_so()
    {
        await using var stage = await AnsweredAsync();
        stage.Platform.PostRefusal = new InvalidOperationException("The bot cannot see that channel.");

        var said = await stage.Platform.PressAsync(AnswerAction.AskMaintainer, "more?");

        Assert.Contains("with the maintainers", said.Text, StringComparison.Ordinal);
        Assert.Equal(GapKind.PassedOn, Assert.Single(await stage.Store.ReadGapsAsync(5, CancellationToken.None)).Kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("00000000000000000000000000000000")]
    [InlineData("'; DROP TABLE Answers; --")]
    public async Task Press_of_an_answer_that_is_gone_says_so(string answerId)
    {
        await using var stage = new DispatchStage();
        var dispatcher = stage.Start(new ScriptedAnswerer(AnswerBuilder.StableLM));

        var reply = await dispatcher.ActAsync(
            new IncomingAction("1", stage.Platform.Name, "somebody", AnswerAction.Sources, answerId, DateTimeOffset.UnixEpoch), CancellationToken.None);

        Assert.Contains("too old", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Press_where_the_bot_may_not_answer_is_refused()
    {
        await using var stage = new DispatchStage { Access = new AccessOptions { Roles = ["members"] } };
        var dispatcher = stage.Start(new ScriptedAnswerer(AnswerBuilder.StableLM));
        var action = new IncomingAction("1", stage.Platform.Name, "somebody", AnswerAction.Sources, "x", DateTimeOffset.UnixEpoch);

        var reply = await dispatcher.ActAsync(action with { Place = new Place("server", "channel", []) }, CancellationToken.None);

        Assert.Contains("certain roles", reply.Text, StringComparison.Ordinal);
    }

    private static async Task<DispatchStage> AnsweredAsync(Action<DispatchStage>? prepare = null)
    {
        var vicuna = LineageNotes.Knowledge.FindEntity("vicuna")!;
        var stage = new DispatchStage
        {
            Access = new AccessOptions { MaintainersChannel = "maintainers" },
            Notes = LineageNotes.Knowledge,
            Draw = (_, entity, _) => new Attachment($"{entity.Id}.png", "image/png", [1, 2, 3], $"{entity.Name} in words"),
        };
        prepare?.Invoke(stage);
        stage.Platform.Ask("what is vicuna?");
        await stage.RunToEndAsync(new ScriptedAnswerer(AnswerBuilder.StableLM with { Entities = [vicuna] }));
        return stage;
    }
}
