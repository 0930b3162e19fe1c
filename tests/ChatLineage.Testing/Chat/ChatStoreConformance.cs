using ChatLineage.Answering;
using ChatLineage.Chat.Conversations;
using ChatLineage.Chat.Dispatch;
using ChatLineage.Chat.Platforms;
using ChatLineage.Chat.Storage;
using ChatLineage.Testing.Answers;

namespace ChatLineage.Testing.Chat;

/// <summary>What every <see cref="IChatStore"/> must do. Each implementation derives this.</summary>
public abstract class ChatStoreConformance
{
    private static readonly ConversationKey Here = new("fake", "general");
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>An empty store.</summary>
    protected abstract Task<IChatStore> CreateAsync();

    [Fact]
    public async Task TryReceive_again_is_refused_and_other_ids_and_platforms_are_not()
    {
        var store = await CreateAsync();

        Assert.True(await store.TryReceiveAsync(Message("1"), CancellationToken.None));
        Assert.False(await store.TryReceiveAsync(Message("1"), CancellationToken.None));
        Assert.True(await store.TryReceiveAsync(Message("2"), CancellationToken.None));
        Assert.True(await store.TryReceiveAsync(Message("1") with { Conversation = new ConversationKey("other", "general") }, CancellationToken.None));
    }

    [Fact]
    public async Task TryNote_again_is_refused_and_owes_nothing()
    {
        var store = await CreateAsync();

        Assert.True(await store.TryNoteAsync("fake", "press/1", Start, CancellationToken.None));
        Assert.False(await store.TryNoteAsync("fake", "press/1", Start.AddMinutes(1), CancellationToken.None));
        Assert.True(await store.TryNoteAsync("other", "press/1", Start, CancellationToken.None));
        Assert.Empty(await store.ReadUnsettledAsync(CancellationToken.None));
    }

    [Fact]
    public async Task TryReceive_by_many_at_once_succeeds_once()
    {
        var store = await CreateAsync();

        var taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(async () => await store.TryReceiveAsync(Message("1"), CancellationToken.None))));

        Assert.Single(taken, true);
    }

    [Fact]
    public async Task ReadUnsettled_gives_back_everything_of_a_message_oldest_first()
    {
        var store = await CreateAsync();
        var second = Message("2", minutes: 2) with
        {
            Request = Request.Check,
            Trigger = Trigger.Command,
            Place = new Place("server", "channel", ["role-a", "role-b"]),
            InReplyTo = "posted",
            WantsPrivacy = true,
            ReplyAddress = "token: \"zażółć\" 🦙",
        };
        await store.TryReceiveAsync(second, CancellationToken.None);
        await store.TryReceiveAsync(Message("1", minutes: 1), CancellationToken.None);

        var unsettled = await store.ReadUnsettledAsync(CancellationToken.None);

        Assert.Equal(["1", "2"], unsettled.Select(message => message.Id));
        Assert.Equal(second with { Place = null }, unsettled[1] with { Place = null });
        Assert.Equal(("server", "channel"), (unsettled[1].Place!.ServerId, unsettled[1].Place!.ChannelId));
        Assert.Equal(["role-a", "role-b"], unsettled[1].Place!.RoleIds.AsEnumerable());
    }

    [Fact]
    public async Task Settle_message_is_owed_no_more_and_still_refused()
    {
        var store = await CreateAsync();
        await store.TryReceiveAsync(Message("1"), CancellationToken.None);

        await store.SettleAsync("fake", "1", null, CancellationToken.None);

        Assert.Empty(await store.ReadUnsettledAsync(CancellationToken.None));
        Assert.False(await store.TryReceiveAsync(Message("1"), CancellationToken.None));
    }

    [Fact]
    public async Task FindConversation_of_a_posted_answer_is_the_one_that_it_belongs_to()
    {
        var store = await CreateAsync();
        var elsewhere = new ConversationKey("fake", "thread");
        await store.TryReceiveAsync(Message("1"), CancellationToken.None);
        await store.AddAnswerAsync(Answer("1", elsewhere), CancellationToken.None);

        await store.SettleAsync("fake", "1", "posted-1", CancellationToken.None);

        Assert.Equal(elsewhere, await store.FindConversationAsync("fake", "posted-1", CancellationToken.None));
        Assert.Null(await store.FindConversationAsync("fake", "posted-2", CancellationToken.None));
        Assert.Null(await store.FindConversationAsync("other", "posted-1", CancellationToken.None));
    }

    [Fact]
    public async Task ReadTurns_gives_back_the_latest_in_order()
    {
        var store = await CreateAsync();
        for (var turn = 1; turn <= IChatStore.MaxTurns + 3; turn++)
            await store.AddAnswerAsync(Answer($"{turn}", Here), CancellationToken.None);
        await store.AddAnswerAsync(Answer("x", new ConversationKey("fake", "elsewhere")), CancellationToken.None);

        var turns = await store.ReadTurnsAsync(Here, CancellationToken.None);

        Assert.Equal(Enumerable.Range(4, IChatStore.MaxTurns).Select(turn => $"question {turn}"), turns.Select(turn => turn.Question));
    }

    [Fact]
    public async Task ReadTurns_gives_back_the_answer()
    {
        var store = await CreateAsync();
        var answer = AnswerBuilder.StableLM with { Queries = ["when"], Abstained = AbstentionReason.WeakEvidence, Question = "When did StableLM come out?" };
        await store.AddAnswerAsync(new StoredAnswer(Id("1"), Here, "1", new Turn("when", answer), Start), CancellationToken.None);

        var turn = Assert.Single(await store.ReadTurnsAsync(Here, CancellationToken.None));

        Assert.Equal("when", turn.Question);
        Assert.Equal(answer.Question, turn.Answer.Question);
        Assert.Equal(answer.Text, turn.Answer.Text);
        Assert.Equal(answer.Abstained, turn.Answer.Abstained);
        Assert.Equal(answer.Queries.AsEnumerable(), turn.Answer.Queries);
    }

    [Fact]
    public async Task HasConversation_tells_those_with_an_answer()
    {
        var store = await CreateAsync();
        await store.AddAnswerAsync(Answer("1", Here), CancellationToken.None);

        Assert.True(await store.HasConversationAsync(Here, CancellationToken.None));
        Assert.False(await store.HasConversationAsync(new ConversationKey("fake", "elsewhere"), CancellationToken.None));
    }

    [Fact]
    public async Task AddAnswer_with_the_same_id_takes_the_place_of_the_first()
    {
        var store = await CreateAsync();
        await store.AddAnswerAsync(Answer("1", Here), CancellationToken.None);
        await store.AddAnswerAsync(Answer("1", Here), CancellationToken.None);

        Assert.Single(await store.ReadTurnsAsync(Here, CancellationToken.None));
    }

    [Fact]
    public async Task FindAnswer_by_its_id_finds_it_and_nothing_else()
    {
        var store = await CreateAsync();
        await store.AddAnswerAsync(Answer("1", Here), CancellationToken.None);
        await store.AddAnswerAsync(Answer("2", Here), CancellationToken.None);

        var found = await store.FindAnswerAsync(Id("2"), CancellationToken.None);

        Assert.Equal(("question 2", Here, "2", Start), (found?.Turn.Question, found?.Conversation, found?.MessageId, found?.At));
        Assert.Null(await store.FindAnswerAsync(Id("3"), CancellationToken.None));
    }

    [Fact]
    public async Task ReadGaps_tells_what_was_not_answered_did_not_help_or_was_passed_on()
    {
        var store = await CreateAsync();
        await store.AddAnswerAsync(Answer("1", Here), CancellationToken.None);
        await store.AddAnswerAsync(Answer("2", Here, AbstentionReason.NotRecorded, minutes: 1), CancellationToken.None);
        await store.AddAnswerAsync(Answer("3", Here, AbstentionReason.OffTopic, minutes: 2), CancellationToken.None);
        await store.RateAsync(new Rating(Id("1"), "a", true, null, Start.AddMinutes(3)), CancellationToken.None);
        await store.RateAsync(new Rating(Id("1"), "b", false, "wrong date", Start.AddMinutes(4)), CancellationToken.None);
        await store.PassOnAsync(new PassedOnQuestion(Id("2"), "a", "please", Start.AddMinutes(5)), CancellationToken.None);

        var gaps = await store.ReadGapsAsync(10, CancellationToken.None);

        Assert.Equal(
            [
                new Gap(GapKind.PassedOn, "Question 2?", "please", Start.AddMinutes(5)),
                new Gap(GapKind.NotUseful, "Question 1?", "wrong date", Start.AddMinutes(4)),
                new Gap(GapKind.Unanswered, "Question 2?", null, Start.AddMinutes(1)),
            ],
            gaps.AsEnumerable());
        Assert.Equal(gaps.Take(2), await store.ReadGapsAsync(2, CancellationToken.None));
    }

    [Fact]
    public async Task Rate_again_replaces_the_opinion()
    {
        var store = await CreateAsync();
        await store.AddAnswerAsync(Answer("1", Here), CancellationToken.None);
        await store.RateAsync(new Rating(Id("1"), "a", false, null, Start), CancellationToken.None);
        await store.RateAsync(new Rating(Id("1"), "a", true, null, Start), CancellationToken.None);

        Assert.Empty(await store.ReadGapsAsync(10, CancellationToken.None));
    }

    [Fact]
    public async Task PassOn_again_is_refused_and_another_person_is_not()
    {
        var store = await CreateAsync();
        await store.AddAnswerAsync(Answer("1", Here), CancellationToken.None);

        Assert.True(await store.PassOnAsync(new PassedOnQuestion(Id("1"), "a", null, Start), CancellationToken.None));
        Assert.False(await store.PassOnAsync(new PassedOnQuestion(Id("1"), "a", null, Start), CancellationToken.None));
        Assert.True(await store.PassOnAsync(new PassedOnQuestion(Id("1"), "b", null, Start), CancellationToken.None));
    }

    [Fact]
    public async Task Forget_takes_away_what_is_old_and_nothing_that_is_owed()
    {
        var store = await CreateAsync();
        await store.TryReceiveAsync(Message("1"), CancellationToken.None);
        await store.AddAnswerAsync(Answer("2", Here), CancellationToken.None);
        await store.AddAnswerAsync(Answer("3", Here, minutes: 10), CancellationToken.None);

        await store.ForgetAsync(Start.AddMinutes(5), CancellationToken.None);

        Assert.Equal("1", Assert.Single(await store.ReadUnsettledAsync(CancellationToken.None)).Id);
        Assert.Null(await store.FindAnswerAsync(Id("2"), CancellationToken.None));
        Assert.NotNull(await store.FindAnswerAsync(Id("3"), CancellationToken.None));
    }

    private static string Id(string messageId) => AnswerIds.Of("fake", messageId);

    private static IncomingMessage Message(string id, int minutes = 0) => new(id, Here, "somebody", $"question {id}", Start.AddMinutes(minutes));

    private static StoredAnswer Answer(string messageId, ConversationKey conversation, AbstentionReason? abstained = null, int minutes = 0)
    {
        var answer = new AnswerBuilder().Say("Something.").Build() with { Question = $"Question {messageId}?", Abstained = abstained };
        return new StoredAnswer(Id(messageId), conversation, messageId, new Turn($"question {messageId}", answer), Start.AddMinutes(minutes));
    }
}
