using ChatLineage.Answering;
using ChatLineage.Chat.Conversations;
using ChatLineage.Chat.Platforms;
using ChatLineage.Testing.Answers;
using ChatLineage.Testing.Chat;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace ChatLineage.Chat.Tests;

public sealed class DispatcherTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly ConversationMemory _conversations = new();

    [Fact]
    public async Task Handle_on_a_platform_that_edits_shows_each_sentence_and_then_the_whole()
    {
        var platform = new FakePlatform();

        var outcome = await Dispatcher(new ScriptedAnswerer(AnswerBuilder.StableLM)).HandleAsync(platform, platform.Ask("q"), CancellationToken.None);

        var reply = Assert.Single(platform.Replies);
        Assert.Equal(Outcome.Answered, outcome);
        Assert.Equal(3, reply.Shown.Count);
        Assert.All(reply.Shown.Take(2), shown => Assert.Null(shown.Sources));
        Assert.NotNull(reply.Finished?.Sources);
    }

    [Fact]
    public async Task Handle_faster_than_the_platform_updates_skips_but_finishes()
    {
        var platform = Platform(Dialect.Plain, Updating.Edit, TimeSpan.FromSeconds(1));
        var answer = new AnswerBuilder().Say("One.").Say("Two.").Say("Three.").Say("Four.").Build();
        var answerer = new ScriptedAnswerer(answer)
        {
            BeforeSentence = (said, _) =>
            {
                _time.Advance(TimeSpan.FromMilliseconds(said == 3 ? 900 : 300));
                return Task.CompletedTask;
            },
        };

        await Dispatcher(answerer).HandleAsync(platform, platform.Ask("q"), CancellationToken.None);

        Assert.Equal(["One.", "One. Two. Three. Four.", "One. Two. Three. Four."], platform.Replies[0].Shown.Select(shown => shown.Text));
    }

    [Theory]
    [InlineData(Dialect.Plain, Updating.None, 1)]
    [InlineData(Dialect.Plain, Updating.Append, 3)]
    [InlineData(Dialect.Markdown, Updating.Append, 1)]
    public async Task Handle_shows_a_growing_answer_only_where_it_can(Dialect dialect, Updating updating, int times)
    {
        var platform = Platform(dialect, updating, TimeSpan.Zero);

        await Dispatcher(new ScriptedAnswerer(AnswerBuilder.StableLM)).HandleAsync(platform, platform.Ask("q"), CancellationToken.None);

        Assert.Equal(times, platform.Replies[0].Shown.Count);
    }

    [Fact]
    public async Task Handle_questions_of_two_conversations_keeps_their_histories_apart()
    {
        var platform = new FakePlatform();
        var answerer = new ScriptedAnswerer(AnswerBuilder.StableLM);
        var dispatcher = Dispatcher(answerer);

        await dispatcher.HandleAsync(platform, platform.Ask("a", "one"), CancellationToken.None);
        await dispatcher.HandleAsync(platform, platform.Ask("b", "two"), CancellationToken.None);
        await dispatcher.HandleAsync(platform, platform.Ask("c", "one"), CancellationToken.None);

        Assert.Equal([0, 0, 1], answerer.Asked.Select(question => question.History.Length));
        Assert.Equal("a", answerer.Asked[2].History[0].Question);
    }

    [Fact]
    public async Task Handle_shut_down_while_answering_throws_and_finishes_nothing()
    {
        var platform = new FakePlatform();
        using var stop = new CancellationTokenSource();
        var answerer = new ScriptedAnswerer(AnswerBuilder.StableLM) { BeforeSentence = (_, _) => stop.CancelAsync() };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Dispatcher(answerer).HandleAsync(platform, platform.Ask("q"), stop.Token));

        Assert.Null(platform.Replies[0].Finished);
    }

    [Fact]
    public async Task Handle_answer_longer_than_the_platform_takes_is_cut_to_fit()
    {
        var platform = new FakePlatform(new PlatformCapabilities { Dialect = Dialect.Plain, Updating = Updating.Edit, MaxTextLength = 200 });
        var answer = new AnswerBuilder().Say(new string('a', 150) + ".").Say(new string('b', 150) + ".").Build();

        await Dispatcher(new ScriptedAnswerer(answer)).HandleAsync(platform, platform.Ask("q"), CancellationToken.None);

        Assert.Equal(new string('a', 150) + ". …", platform.Replies[0].Finished?.Text);
    }

    private Dispatcher Dispatcher(IAnswerer answerer) => new(answerer, _conversations, _time, NullLogger<Dispatcher>.Instance);

    private static FakePlatform Platform(Dialect dialect, Updating updating, TimeSpan interval) =>
        new(new PlatformCapabilities { Dialect = dialect, Updating = updating, UpdateInterval = interval });
}
