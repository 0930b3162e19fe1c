using System.Collections.Concurrent;
using ChatLineage.Testing;
using ChatLineage.Testing.Answers;
using ChatLineage.Testing.Slack;

namespace ChatLineage.Slack.Tests;

/// <summary>What goes wrong on the way loses no question and doubles no answer.</summary>
public sealed class FaultTests
{
    private static readonly string Question = $"<@{SlackWorkspace.Bot}> When did StableLM come out?";

    [Fact]
    public async Task Restart_between_acknowledgement_and_answer_answers_once()
    {
        var held = new TaskCompletionSource();
        var begun = new TaskCompletionSource();
        await using var stage = new AnsweredStage(new ScriptedAnswerer(AnswerBuilder.StableLM)
        {
            BeforeSentence = async (_, token) =>
            {
                begun.TrySetResult();
                await held.Task.WaitAsync(token);
            },
        }).Start();
        stage.Slack.AskIn(SlackStage.General, Question, type: "app_mention");
        await begun.Task.WaitAsync(Patience.Limit);
        while (stage.Slack.Feed.Acknowledged == 0)
            await Task.Yield();

        await stage.StopAsync();
        Assert.Empty(stage.Answers);
        held.SetResult();
        stage.Start();
        await stage.Slack.UntilVisibleAsync(AnsweredStage.Answer);
        await stage.SettledAsync();

        Assert.Single(stage.Answers);
    }

    [Fact]
    public async Task Restart_after_the_first_note_goes_on_with_it()
    {
        var begun = new TaskCompletionSource();
        await using var stage = new AnsweredStage(new ScriptedAnswerer(AnswerBuilder.StableLM)
        {
            BeforeSentence = async (_, token) =>
            {
                if (begun.TrySetResult())
                    await Task.Delay(Timeout.InfiniteTimeSpan, token);
            },
        });
        (stage.Workspace.CanStream, stage.Workspace.HasAgentView) = (false, false);
        stage.Start();
        stage.Slack.AskIn(SlackStage.General, Question, type: "app_mention");
        await begun.Task.WaitAsync(Patience.Limit);
        await stage.Slack.UntilVisibleAsync("Looking it up…");

        await stage.StopAsync();
        stage.Start();
        await stage.Slack.UntilVisibleAsync(AnsweredStage.Answer);
        await stage.SettledAsync();

        Assert.Single(stage.Workspace.Replies);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Killed_while_the_answer_streams_goes_on_with_what_is_there(bool endedBySlack)
    {
        var killed = new TaskCompletionSource();
        await using var stage = new AnsweredStage(HalfAnswered(killed.Task)).Start();
        stage.Slack.AskIn(SlackStage.General, Question, type: "app_mention");
        await stage.Slack.UntilVisibleAsync(AnsweredStage.Answer);
        var half = Assert.Single(stage.Workspace.Replies);

        // Nothing that the program would still do on its way out reaches Slack.
        stage.Workspace.Interfere = _ => ApiAnswer.Broken;
        await stage.StopAsync();
        Assert.True(half.IsStreaming);
        if (endedBySlack)
            stage.Workspace.EndStream(half.Ts);
        stage.Workspace.Interfere = _ => null;
        killed.SetResult();
        stage.Start();
        await stage.Slack.UntilVisibleAsync("*Sources*");
        await stage.SettledAsync();

        Assert.Equal(half.Ts, Assert.Single(stage.Workspace.Replies).Ts);
        Assert.False(half.IsStreaming);
        Assert.Equal(4, half.Buttons.Count);
    }

    [Fact]
    public async Task Killed_while_the_answer_streams_leaves_other_messages_of_the_thread_alone()
    {
        var killed = new TaskCompletionSource();
        await using var stage = new AnsweredStage().Start();
        await stage.AskAsync();
        var thread = stage.Workspace.Messages[0].Ts;
        stage.Answerer = HalfAnswered(killed.Task);
        await stage.StopAsync();
        stage.Start();
        stage.Slack.AskIn(SlackStage.General, $"<@{SlackWorkspace.Bot}> Really?", thread, "app_mention");
        stage.Slack.AskIn(SlackStage.General, $"<@{SlackWorkspace.Bot}> And why?", thread, "app_mention");
        while (stage.Answers.Count() < 2)
            await Task.Yield();
        stage.Workspace.Write(SlackStage.General, "U2", "Me too", thread);

        stage.Workspace.Interfere = _ => ApiAnswer.Broken;
        await stage.StopAsync();
        stage.Workspace.Interfere = _ => null;
        killed.SetResult();
        stage.Start();
        while (stage.Answers.Count(answer => answer.Buttons.Count > 0) < 3)
            await Task.Yield();
        await stage.SettledAsync();

        Assert.Equal(3, stage.Workspace.Replies.Count());
        Assert.Contains(stage.Workspace.Messages, message => message is { Author: "U2", Text: "Me too" });
    }

    [Fact]
    public async Task Stream_whose_beginning_got_no_answer_is_found_and_not_begun_again()
    {
        var lost = false;
        await using var stage = new AnsweredStage();
        stage.Workspace.Interfere = call =>
        {
            if (call.Method != "chat.startStream" || lost)
                return null;
            lost = true;
            stage.Workspace.Take(call);
            return ApiAnswer.Broken;
        };
        stage.Start();

        stage.Slack.AskIn(SlackStage.General, Question, type: "app_mention");
        await stage.Slack.UntilVisibleAsync("*Sources*");
        await stage.SettledAsync();

        Assert.True(lost);
        Assert.False(Assert.Single(stage.Workspace.Replies).IsStreaming);
    }

    [Fact]
    public async Task Connection_lost_before_the_acknowledgement_delivers_again_and_answers_once()
    {
        var peers = new BlockingPeers();
        await using var stage = new AnsweredStage();
        stage.Slack.Slack.Socket = peers.TakeAsync;
        stage.Start();
        var ts = stage.Workspace.Write(SlackStage.General, SlackStage.Asker, Question);
        var payload = $$"""{"type":"event_callback","team_id":"T1","event_id":"Ev1","event":{{SlackStage.EventOf(SlackStage.General, ts, Question, type: "app_mention")}}}""";

        var first = await peers.NextAsync();
        await first.DeliverAsync("events_api", "e1", payload);
        await stage.Slack.UntilVisibleAsync(AnsweredStage.Answer);
        first.Break();
        var second = await peers.NextAsync();
        await second.DeliverAsync("events_api", "e2", payload, retry: 1);
        await second.ExpectAcknowledgementAsync("e2");
        await stage.SettledAsync();

        Assert.Single(stage.Answers);
        Assert.Single(stage.Answerer.Asked);
    }

    [Fact]
    public async Task Refresh_in_the_middle_of_an_answer_neither_loses_nor_doubles_it()
    {
        var peers = new BlockingPeers();
        var half = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        await using var stage = new AnsweredStage(new ScriptedAnswerer(AnswerBuilder.StableLM)
        {
            BeforeSentence = async (said, token) =>
            {
                if (said != 1)
                    return;
                half.TrySetResult();
                await go.Task.WaitAsync(token);
            },
        });
        stage.Slack.Slack.Socket = peers.TakeAsync;
        stage.Start();
        var ts = stage.Workspace.Write(SlackStage.General, SlackStage.Asker, Question);
        var payload = $$"""{"type":"event_callback","team_id":"T1","event_id":"Ev1","event":{{SlackStage.EventOf(SlackStage.General, ts, Question, type: "app_mention")}}}""";
        var old = await peers.NextAsync();
        await old.DeliverAsync("events_api", "e1", payload);
        await old.ExpectAcknowledgementAsync("e1");
        await half.Task.WaitAsync(Patience.Limit);

        await old.DisconnectAsync("refresh_requested");
        var next = await peers.NextAsync();
        await old.CloseAsync();
        await next.DeliverAsync("events_api", "e2", payload);
        await next.ExpectAcknowledgementAsync("e2");
        go.SetResult();
        await stage.Slack.UntilVisibleAsync("One article says 19 March");
        await stage.SettledAsync();

        Assert.Single(stage.Workspace.Replies);
        Assert.Single(stage.Answerer.Asked);
    }

    [Fact]
    public async Task Post_whose_answer_was_lost_is_found_and_not_sent_again()
    {
        var lost = false;
        await using var stage = new AnsweredStage();
        stage.Workspace.CanStream = false;
        stage.Workspace.Interfere = call =>
        {
            if (call.Method != "chat.postMessage" || lost)
                return null;
            lost = true;
            stage.Workspace.Take(call);
            return ApiAnswer.Broken;
        };
        stage.Start();

        stage.Slack.AskIn(SlackStage.General, Question, type: "app_mention");
        await stage.Slack.UntilVisibleAsync("*Sources*");
        await stage.SettledAsync();

        Assert.True(lost);
        Assert.Single(stage.Workspace.Replies);
    }

    [Theory]
    [InlineData("msg_blocks_too_long")]
    [InlineData("invalid_blocks")]
    public async Task Blocks_refused_are_sent_as_plain_messages_with_the_sources(string error)
    {
        await using var stage = new AnsweredStage();
        stage.Workspace.Interfere = call => call.Arguments.ValueKind == System.Text.Json.JsonValueKind.Object
            && call.Arguments.TryGetProperty("blocks", out var blocks) && blocks.GetArrayLength() > 0 ? ApiAnswer.Error(error) : null;
        stage.Start();

        stage.Slack.AskIn(SlackStage.General, Question, type: "app_mention");
        await stage.Slack.UntilVisibleAsync("*Sources*");
        await stage.SettledAsync();

        Assert.Contains("StableLM repository", Assert.Single(stage.Answers).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Final_text_arrives_after_too_many_calls_of_either_kind()
    {
        var time = new SteppedTime();
        var refusals = new ConcurrentQueue<ApiAnswer>([ApiAnswer.TooMany(3), ApiAnswer.TooManyWithStatus200(2)]);
        await using var stage = new AnsweredStage(time: time);
        stage.Workspace.Interfere = call => call.Method == "chat.update" && refusals.TryDequeue(out var refusal) ? refusal : null;
        stage.Start();

        stage.Slack.AskIn(SlackStage.General, Question, type: "app_mention");
        await time.StepAsync(TimeSpan.FromSeconds(3));
        await time.StepAsync(TimeSpan.FromSeconds(2));
        await stage.Slack.UntilVisibleAsync("*Sources*");
        await stage.SettledAsync();

        Assert.Empty(refusals);
        Assert.Single(stage.Answers);
    }

    [Fact]
    public async Task Stream_that_Slack_ends_by_itself_still_becomes_the_answer()
    {
        await using var stage = new AnsweredStage();
        stage.Workspace.Interfere = call => call.Method is "chat.appendStream" or "chat.stopStream" ? End(stage.Workspace, call) : null;
        stage.Start();

        stage.Slack.AskIn(SlackStage.General, Question, type: "app_mention");
        await stage.Slack.UntilVisibleAsync("*Sources*");
        await stage.SettledAsync();

        Assert.Single(stage.Workspace.Replies);
    }

    [Fact]
    public async Task Slack_away_at_the_end_is_tried_again_until_it_is_back()
    {
        var time = new SteppedTime();
        var failures = 0;
        await using var stage = new AnsweredStage(time: time);
        stage.Workspace.CanStream = false;
        stage.Workspace.Interfere = call => call.Method == "chat.postMessage" && failures++ < 4 ? new ApiAnswer(503, "") : null;
        stage.Start();

        stage.Slack.AskIn(SlackStage.General, Question, type: "app_mention");
        // The first post is an update that may be left out; the limit of the channel; two waits of the post; the wait of the chat core.
        foreach (var wait in new[] { 1, 1, 4, 5 })
            await time.StepAsync(TimeSpan.FromSeconds(wait));
        await stage.Slack.UntilVisibleAsync("*Sources*");
        await stage.SettledAsync();

        Assert.Equal(5, failures);
        Assert.Single(stage.Answers);
    }

    [Fact]
    public async Task Channel_that_the_bot_was_thrown_out_of_owes_nothing_any_more()
    {
        await using var stage = new AnsweredStage();
        stage.Workspace.CanStream = false;
        stage.Workspace.Elsewhere.Add(SlackStage.General);
        stage.Start();

        stage.Slack.AskIn(SlackStage.General, Question, type: "app_mention");
        await stage.Slack.Slack.CallAsync("chat.postMessage");
        while (stage.Answerer.Asked.Count == 0)
            await Task.Yield();
        await stage.SettledAsync();

        Assert.Empty(stage.Workspace.Replies);
    }

    /// <summary>Says one sentence and no more until it may.</summary>
    private static ScriptedAnswerer HalfAnswered(Task goOn) => new(AnswerBuilder.StableLM)
    {
        BeforeSentence = async (said, token) =>
        {
            if (said == 1)
                await goOn.WaitAsync(token);
        },
    };

    private static ApiAnswer End(SlackWorkspace workspace, ApiCall call)
    {
        workspace.EndStream(call.Text("ts")!);
        return ApiAnswer.Error("message_not_in_streaming_state");
    }

    /// <summary>Hands connections to a test and keeps them open.</summary>
    private sealed class BlockingPeers
    {
        private readonly System.Threading.Channels.Channel<SlackPeer> _peers = System.Threading.Channels.Channel.CreateUnbounded<SlackPeer>();

        public async Task TakeAsync(SlackPeer peer)
        {
            await peer.HelloAsync();
            _peers.Writer.TryWrite(peer);
            await peer.Ended;
        }

        public Task<SlackPeer> NextAsync() => _peers.Reader.ReadAsync().AsTask().WaitAsync(Patience.Limit);
    }
}
