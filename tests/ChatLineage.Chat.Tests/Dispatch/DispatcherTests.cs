using System.Runtime.CompilerServices;
using ChatLineage.Answering;
using ChatLineage.Chat.Dispatch;
using ChatLineage.Chat.Platforms;
using ChatLineage.Chat.Storage;
using ChatLineage.Testing;
using ChatLineage.Testing.Answers;
using ChatLineage.Testing.Chat;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatLineage.Chat.Tests.Dispatch;

public sealed class DispatcherTests
{
    [Fact]
    public async Task Run_on_a_platform_that_edits_shows_each_sentence_and_then_the_whole()
    {
        await using var stage = new DispatchStage();
        stage.Platform.Ask("q");

        await stage.RunToEndAsync(new ScriptedAnswerer(AnswerBuilder.StableLM));

        var reply = Assert.Single(stage.Platform.Replies);
        Assert.Equal(3, reply.Shown.Count);
        Assert.All(reply.Shown.Take(2), shown => Assert.Null(shown.Sources));
        Assert.NotNull(reply.Finished?.Sources);
    }

    [Fact]
    public async Task Run_faster_than_the_platform_updates_skips_but_finishes()
    {
        await using var stage = new DispatchStage { Platform = Platform(Dialect.Plain, Updating.Edit, TimeSpan.FromSeconds(1)) };
        var answer = new AnswerBuilder().Say("One.").Say("Two.").Say("Three.").Say("Four.").Build();
        stage.Platform.Ask("q");

        await stage.RunToEndAsync(new ScriptedAnswerer(answer)
        {
            BeforeSentence = (said, _) =>
            {
                stage.Time.Advance(TimeSpan.FromMilliseconds(said == 3 ? 900 : 300));
                return Task.CompletedTask;
            },
        });

        Assert.Equal(["One.", "One. Two. Three. Four.", "One. Two. Three. Four."], stage.Platform.Replies[0].Shown.Select(shown => shown.Text));
    }

    [Theory]
    [InlineData(Dialect.Plain, Updating.None, 1)]
    [InlineData(Dialect.Plain, Updating.Append, 3)]
    [InlineData(Dialect.Markdown, Updating.Append, 1)]
    public async Task Run_shows_a_growing_answer_only_where_it_can(Dialect dialect, Updating updating, int times)
    {
        await using var stage = new DispatchStage { Platform = Platform(dialect, updating, TimeSpan.Zero) };
        stage.Platform.Ask("q");

        await stage.RunToEndAsync(new ScriptedAnswerer(AnswerBuilder.StableLM));

        Assert.Equal(times, stage.Platform.Replies[0].Shown.Count);
    }

    [Fact]
    public async Task Run_questions_of_two_conversations_keeps_their_histories_apart()
    {
        await using var stage = new DispatchStage();
        stage.Options.Parallel = 1;
        var answerer = new ScriptedAnswerer(AnswerBuilder.StableLM);
        stage.Platform.Ask("a", "one");
        stage.Platform.Ask("b", "two");
        stage.Platform.Ask("c", "one");

        await stage.RunToEndAsync(answerer);

        Assert.Equal([0, 0, 1], answerer.Asked.OrderBy(question => question.Text).Select(question => question.History.Length));
        Assert.Equal("a", answerer.Asked.Single(question => question.Text == "c").History[0].Question);
    }

    [Fact]
    public async Task Run_reply_to_an_answer_goes_on_with_its_conversation()
    {
        await using var stage = new DispatchStage();
        var answerer = new ScriptedAnswerer(AnswerBuilder.StableLM);
        stage.Options.Parallel = 1;
        var asked = stage.Platform.Ask("a", "one");
        stage.Start(answerer);
        await SettledAsync(stage.Store, asked);
        stage.Platform.Bring(stage.Platform.Message("b", "elsewhere") with { Trigger = Trigger.Reply, InReplyTo = "posted-m1" });
        await stage.EndAsync();

        Assert.Equal("a", Assert.Single(answerer.Asked[1].History).Question);
    }

    [Fact]
    public async Task Run_message_delivered_twice_is_answered_once()
    {
        await using var stage = new DispatchStage();
        var answerer = new ScriptedAnswerer(AnswerBuilder.StableLM);
        stage.Platform.Bring(stage.Platform.Ask("q"));

        await stage.RunToEndAsync(answerer);

        Assert.Single(answerer.Asked);
        Assert.Single(stage.Platform.Replies);
    }

    [Fact]
    public async Task Run_stopped_within_an_answer_answers_it_at_the_next_start()
    {
        var store = new ChatMemory();
        await using (var first = new DispatchStage { Store = store })
        {
            first.Options.ShutdownGrace = TimeSpan.Zero;
            var begun = new TaskCompletionSource();
            first.Platform.Ask("q");
            first.Start(new ScriptedAnswerer(AnswerBuilder.StableLM)
            {
                BeforeSentence = (_, cancelled) =>
                {
                    begun.TrySetResult();
                    return Task.Delay(Timeout.Infinite, cancelled);
                },
            });
            await begun.Task.WaitAsync(Patience.Limit);
            await first.ShutDownAsync();
            Assert.Null(first.Platform.Replies[0].Finished);
        }

        await using var second = new DispatchStage { Store = store };
        await second.RunToEndAsync(new ScriptedAnswerer(AnswerBuilder.StableLM));

        Assert.NotNull(Assert.Single(second.Platform.Replies).Finished);
        Assert.Empty(await store.ReadUnsettledAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Run_question_from_too_long_ago_is_dropped_at_the_next_start()
    {
        await using var stage = new DispatchStage();
        await stage.Store.TryReceiveAsync(stage.Platform.Message("q"), CancellationToken.None);
        stage.Time.Advance(TimeSpan.FromHours(2));

        await stage.RunToEndAsync(new ScriptedAnswerer(AnswerBuilder.StableLM));

        Assert.Empty(stage.Platform.Replies);
        Assert.Empty(await stage.Store.ReadUnsettledAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Run_shut_down_with_grace_finishes_the_answer()
    {
        await using var stage = new DispatchStage();
        var (begun, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        stage.Platform.Ask("q");
        stage.Start(new ScriptedAnswerer(AnswerBuilder.StableLM)
        {
            BeforeSentence = (_, cancelled) =>
            {
                begun.TrySetResult();
                return go.Task.WaitAsync(cancelled);
            },
        });
        await begun.Task.WaitAsync(Patience.Limit);

        var down = stage.ShutDownAsync();
        go.SetResult();
        await down;

        Assert.NotNull(stage.Platform.Replies[0].Finished);
    }

    [Fact]
    public async Task Run_platform_away_delivers_the_same_answer_later_and_makes_it_once()
    {
        await using var stage = new DispatchStage();
        stage.Platform.Failures = 2;
        var answerer = new ScriptedAnswerer(AnswerBuilder.StableLM);
        stage.Platform.Ask("q");
        stage.Start(answerer);
        var ended = stage.EndAsync();

        while (!ended.IsCompleted)
        {
            stage.Time.Advance(TimeSpan.FromSeconds(5));
            await Task.Yield();
        }

        await ended;
        Assert.Equal(3, stage.Platform.Replies.Count);
        Assert.NotNull(stage.Platform.Replies[2].Finished);
        Assert.Single(answerer.Asked);
    }

    [Fact]
    public async Task Run_many_at_once_answers_as_many_in_parallel_as_allowed_and_one_of_a_conversation()
    {
        await using var stage = new DispatchStage();
        stage.Options.Parallel = 3;
        stage.Options.Limits.PerPerson = 100;
        var answerer = new CountingAnswerer();
        for (var asked = 0; asked < 30; asked++)
            stage.Platform.Ask($"c{asked % 5}", $"c{asked % 5}");

        await stage.RunToEndAsync(answerer);

        Assert.InRange(answerer.MostAtOnce, 2, 3);
        Assert.Equal(1, answerer.MostOfOneText);
        Assert.Equal(30, stage.Platform.Replies.Count(reply => reply.Finished is not null));
    }

    [Fact]
    public async Task Run_waiting_for_others_shows_the_place_and_loses_it_when_withdrawn()
    {
        await using var stage = new DispatchStage();
        stage.Options.Parallel = 1;
        var (begun, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var answerer = new ScriptedAnswerer(AnswerBuilder.StableLM)
        {
            BeforeSentence = (_, cancelled) =>
            {
                begun.TrySetResult();
                return go.Task.WaitAsync(cancelled);
            },
        };
        stage.Platform.Ask("first", "one");
        var dispatcher = stage.Start(answerer);
        await begun.Task.WaitAsync(Patience.Limit);
        var second = stage.Platform.Ask("second", "two");
        stage.Platform.Ask("third", "three");
        await UntilAsync(stage, () => stage.Platform.Replies.Any(reply => reply.Waits.Contains(2)));

        dispatcher.Withdraw(stage.Platform.Name, second.Id);
        await UntilAsync(stage, () => stage.Platform.Replies.Single(reply => reply.MessageId == "m3").Waits is [.., 1]);
        go.SetResult();
        await stage.EndAsync();

        Assert.True(stage.Platform.Replies.Single(reply => reply.MessageId == second.Id).Stopped);
        Assert.Equal(["first", "third"], answerer.Asked.Select(question => question.Text));
    }

    [Fact]
    public async Task Run_too_many_waiting_turns_the_next_down_politely()
    {
        await using var stage = new DispatchStage();
        (stage.Options.Parallel, stage.Options.MaxWaiting) = (1, 1);
        var go = new TaskCompletionSource();
        stage.Platform.Ask("first", "one");
        stage.Platform.Ask("second", "two");
        stage.Platform.Ask("third", "three");
        stage.Start(new ScriptedAnswerer(AnswerBuilder.StableLM) { BeforeSentence = (_, cancelled) => go.Task.WaitAsync(cancelled) });
        await UntilAsync(stage, () => stage.Platform.Replies.Any(reply => reply.Finished is not null));
        go.SetResult();
        await stage.EndAsync();

        var turnedDown = stage.Platform.Replies.Single(reply => reply.MessageId == "m3");
        Assert.Contains("waiting already", turnedDown.Finished!.Text, StringComparison.Ordinal);
        Assert.Equal(Audience.Asker, turnedDown.Audience);
    }

    [Fact]
    public async Task Run_one_person_asking_too_much_is_told_once_and_answered_again_later()
    {
        await using var stage = new DispatchStage();
        (stage.Options.Limits.PerPerson, stage.Options.Parallel) = (2, 1);
        var answerer = new ScriptedAnswerer(AnswerBuilder.StableLM);
        for (var asked = 0; asked < 5; asked++)
            stage.Platform.Ask("q");
        stage.Start(answerer);
        await UntilAsync(stage, () => stage.Platform.Replies.Count(reply => reply.Finished is not null) == 3, advance: false);
        Assert.Contains("again in 30 seconds", stage.Platform.Replies.Single(reply => reply.Audience == Audience.Asker).Finished!.Text, StringComparison.Ordinal);

        stage.Time.Advance(TimeSpan.FromSeconds(30));
        stage.Platform.Ask("q");
        await stage.EndAsync();

        Assert.Equal(3, answerer.Asked.Count);
        Assert.Equal(4, stage.Platform.Replies.Count);
    }

    [Fact]
    public async Task Run_platform_that_refuses_does_not_end_the_others()
    {
        var answerer = new ScriptedAnswerer(AnswerBuilder.StableLM);
        var working = new FakePlatform();
        var dispatcher = new Dispatcher(
            answerer, new ChatMemory(), new ChatOptions(), TimeProvider.System, NullLogger<Dispatcher>.Instance);

        var running = dispatcher.RunAsync([new RefusingPlatform(), working], CancellationToken.None);
        working.Ask("q");
        working.Close();

        var refused = await Assert.ThrowsAsync<PlatformStoppedException>(() => running.WaitAsync(Patience.Limit));
        Assert.Equal("The token is wrong.", refused.Message);
        Assert.NotNull(Assert.Single(working.Replies).Finished);
    }

    [Fact]
    public async Task Run_answer_longer_than_one_message_goes_on_in_the_next()
    {
        await using var stage = new DispatchStage
        {
            Platform = new FakePlatform(new PlatformCapabilities { Dialect = Dialect.Plain, Updating = Updating.Edit, MaxTextLength = 200 }),
        };
        var answer = new AnswerBuilder().Say(new string('a', 150) + ".").Say(new string('b', 150) + ".").Build();
        stage.Platform.Ask("q");

        await stage.RunToEndAsync(new ScriptedAnswerer(answer));

        Assert.Equal(new string('a', 150) + ".", stage.Platform.Replies[0].Finished?.Text);
        Assert.Equal([new string('b', 150) + "."], stage.Platform.Replies[0].Finished?.Continued);
    }

    private static Task SettledAsync(IChatStore store, IncomingMessage message) => SpinAsync(
        async () => await store.FindConversationAsync(message.Conversation.Platform, $"posted-{message.Id}", CancellationToken.None) is not null);

    private static Task UntilAsync(DispatchStage stage, Func<bool> holds, bool advance = true) => SpinAsync(() =>
    {
        if (advance)
            stage.Time.Advance(TimeSpan.FromMilliseconds(300));
        return Task.FromResult(holds());
    });

    // Other threads make it true; there is nothing to wait on but what they leave behind.
    private static async Task SpinAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(Patience.Limit);
        while (!await holds())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private static FakePlatform Platform(Dialect dialect, Updating updating, TimeSpan interval) =>
        new(new PlatformCapabilities { Dialect = dialect, Updating = updating, UpdateInterval = interval });

    private sealed class RefusingPlatform : IChatPlatform
    {
        public string Name => "refusing";

        public PlatformCapabilities Capabilities { get; } = new() { Dialect = Dialect.Plain, Updating = Updating.None };

        public Task RunAsync(IInbox inbox, CancellationToken cancellationToken) => Task.FromException(new PlatformStoppedException("The token is wrong."));

        public ValueTask<IPendingReply> BeginReplyAsync(IncomingMessage message, Audience audience, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask PostAsync(string channelId, Reply reply, CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    /// <summary>Counts how many questions it is asked at once, and how many with the same text.</summary>
    private sealed class CountingAnswerer : IAnswerer
    {
        private readonly Lock _lock = new();
        private readonly List<string> _now = [];

        public int MostAtOnce { get; private set; }

        public int MostOfOneText { get; private set; }

        public async IAsyncEnumerable<AnswerEvent> AnswerAsync(Question question, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            lock (_lock)
            {
                _now.Add(question.Text);
                MostAtOnce = Math.Max(MostAtOnce, _now.Count);
                MostOfOneText = Math.Max(MostOfOneText, _now.Count(text => text == question.Text));
            }

            for (var turn = 0; turn < 50; turn++)
                await Task.Yield();
            lock (_lock)
                _now.Remove(question.Text);
            yield return new AnswerEvent.Completed(AnswerBuilder.StableLM);
        }
    }
}
