using System.Text.RegularExpressions;
using ChatLineage.Answering;
using ChatLineage.Testing.Answers;
using ChatLineage.Testing.Slack;

namespace ChatLineage.Slack.Tests;

/// <summary>From the event to the answer, with the whole chat core in between.</summary>
public sealed class AnsweringTests
{
    [Fact]
    public async Task Mention_is_answered_in_its_thread_with_sources_and_buttons()
    {
        await using var stage = new AnsweredStage().Start();

        var answer = await stage.AskAsync();

        var question = stage.Workspace.Messages[0];
        Assert.Equal((question.Channel, question.Ts), (answer.Channel, answer.Thread));
        Assert.Contains("<https://example.org/stablelm|[1]>", answer.Shown, StringComparison.Ordinal);
        Assert.Contains("*Sources*\n[1] <https://example.org/stablelm|StableLM repository>", answer.Shown, StringComparison.Ordinal);
        Assert.Equal(["answer:Useful", "answer:NotUseful", "answer:Sources", "answer:AskMaintainer"], answer.Buttons.Keys);
        Assert.Equal("When did StableLM come out?", Assert.Single(stage.Answerer.Asked).Text);
    }

    [Fact]
    public async Task Answer_is_streamed_and_ends_as_one_message()
    {
        await using var stage = new AnsweredStage().Start();

        await stage.AskAsync();

        Assert.Single(stage.Slack.Slack.CallsOf("chat.startStream"));
        Assert.Single(stage.Slack.Slack.CallsOf("chat.stopStream"));
        Assert.Equal("U1", stage.Slack.Slack.CallsOf("chat.startStream")[0].Text("recipient_user_id"));
        var answer = Assert.Single(stage.Workspace.Replies);
        Assert.False(answer.IsStreaming);
        Assert.Equal("", stage.Workspace.Status);
    }

    [Fact]
    public async Task Answer_where_nothing_can_be_streamed_is_updated_and_that_is_not_tried_again()
    {
        await using var stage = new AnsweredStage();
        (stage.Workspace.CanStream, stage.Workspace.HasAgentView) = (false, false);
        stage.Start();

        await stage.AskAsync();
        var answers = stage.Answers.Count();
        stage.Slack.AskIn(SlackStage.General, $"<@{SlackWorkspace.Bot}> And again?", type: "app_mention");
        while (stage.Answers.Count() == answers)
            await Task.Yield();

        Assert.Equal(2, stage.Workspace.Replies.Count());
        Assert.InRange(stage.Slack.Slack.CallsOf("chat.startStream").Count, 0, 1);
        Assert.Single(stage.Slack.Slack.CallsOf("assistant.threads.setStatus"));
        Assert.Equal("Looking it up…", stage.Slack.Slack.CallsOf("chat.postMessage")[0].Text("text"));
    }

    [Fact]
    public async Task Answer_when_updates_have_no_room_appears_complete_and_at_once()
    {
        await using var stage = new AnsweredStage();
        (stage.Workspace.CanStream, stage.Workspace.HasAgentView) = (false, false);
        var updates = 0;
        stage.Workspace.Interfere = call => call.Method == "chat.update" && updates++ == 0 ? ApiAnswer.TooMany(30) : null;
        stage.Start();
        stage.Slack.AskIn(SlackStage.General, $"<@{SlackWorkspace.Bot}> First?", type: "app_mention");
        await stage.Slack.Slack.CallAsync("chat.update");

        stage.Slack.AskIn("C2", $"<@{SlackWorkspace.Bot}> Second?", type: "app_mention");
        await stage.Slack.UntilVisibleAsync(AnsweredStage.Answer + " <");

        Assert.Equal("C2", stage.Workspace.Replies.Single(reply => reply.Buttons.Count > 0).Channel);
        Assert.Equal(2, stage.Slack.Slack.CallsOf("chat.postMessage").Count);
    }

    [Fact]
    public async Task Follow_up_in_a_thread_needs_no_mention_and_one_in_another_thread_is_not_answered()
    {
        await using var stage = new AnsweredStage().Start();
        await stage.AskAsync();
        var thread = stage.Workspace.Messages[0].Ts;

        var other = stage.Workspace.Write(SlackStage.General, "U2", "Lunch?");
        stage.Slack.AskIn(SlackStage.General, "Is that so?", other);
        stage.Slack.AskIn(SlackStage.General, "And who made it?", thread);
        while (stage.Answerer.Asked.Count < 2)
            await Task.Yield();
        await stage.SettledAsync();

        Assert.Equal(["When did StableLM come out?", "And who made it?"], stage.Answerer.Asked.Select(asked => asked.Text));
        Assert.Equal("When did StableLM come out?", Assert.Single(stage.Answerer.Asked[1].History).Question);
    }

    [Fact]
    public async Task Mention_delivered_as_two_events_is_answered_once()
    {
        await using var stage = new AnsweredStage().Start();
        var text = $"<@{SlackWorkspace.Bot}> When did StableLM come out?";
        var ts = stage.Workspace.Write(SlackStage.General, SlackStage.Asker, text);

        stage.Slack.Feed.DeliverEvent(SlackStage.EventOf(SlackStage.General, ts, text));
        stage.Slack.Feed.DeliverEvent(SlackStage.EventOf(SlackStage.General, ts, text, type: "app_mention"));
        stage.Slack.Feed.DeliverEvent(SlackStage.EventOf(SlackStage.General, ts, text));
        await stage.Slack.UntilVisibleAsync(AnsweredStage.Answer);
        while (stage.Slack.Feed.Acknowledged < 3)
            await Task.Yield();
        await stage.SettledAsync();

        Assert.Single(stage.Answers);
        Assert.Single(stage.Answerer.Asked);
    }

    [Fact]
    public async Task What_programs_write_is_not_answered()
    {
        await using var stage = new AnsweredStage().Start();
        stage.Slack.Feed.DeliverEvent("""{"type":"message","channel":"D1","channel_type":"im","user":"U5","bot_id":"B5","text":"hi","ts":"1.1"}""");
        stage.Slack.Feed.DeliverEvent($$"""{"type":"message","channel":"D1","channel_type":"im","user":"{{SlackWorkspace.Bot}}","text":"hi","ts":"1.2"}""");
        stage.Slack.Feed.DeliverEvent("""{"type":"message","subtype":"message_changed","channel":"D1","channel_type":"im","ts":"1.3","message":{"text":"hi"}}""");
        stage.Slack.Feed.DeliverEvent("""{"type":"message","channel":"D1","channel_type":"im","text":{"odd":true},"ts":[]}""");

        await stage.AskAsync();

        Assert.Single(stage.Answerer.Asked);
    }

    [Fact]
    public async Task Command_is_answered_for_who_typed_it_and_replaces_its_first_note()
    {
        await using var stage = new AnsweredStage().Start();

        stage.Slack.Command("licence StableLM");
        await stage.Slack.UntilVisibleAsync(AnsweredStage.Answer);
        while (stage.Slack.Feed.Acknowledged == 0)
            await Task.Yield();

        Assert.Equal("Which licence does \"StableLM\" have, and can I use it commercially?", Assert.Single(stage.Answerer.Asked).Text);
        Assert.Equal(SlackStage.Asker, Assert.Single(stage.Workspace.Replies).OnlyFor);
        Assert.Contains("Looking it up", stage.Slack.Feed.LatestAnswer, StringComparison.Ordinal);
        Assert.Empty(stage.Slack.Slack.CallsOf("chat.postMessage"));
    }

    [Fact]
    public async Task Command_without_what_it_needs_is_answered_at_once_with_how_it_is_used()
    {
        await using var stage = new AnsweredStage().Start();

        stage.Slack.Command("compare StableLM");
        while (stage.Slack.Feed.Acknowledged == 0)
            await Task.Yield();

        Assert.Contains("/lineage compare <first> and <second>", System.Text.RegularExpressions.Regex.Unescape(stage.Slack.Feed.LatestAnswer!), StringComparison.Ordinal);
        Assert.Empty(stage.Answerer.Asked);
    }

    [Fact]
    public async Task Command_whose_response_address_is_too_old_is_answered_in_the_channel_for_one_person()
    {
        await using var stage = new AnsweredStage();
        stage.Answerer = new ScriptedAnswerer(_ =>
        {
            stage.Workspace.ExpireResponses();
            return AnswerBuilder.StableLM;
        });
        stage.Start();

        stage.Slack.Command("ask When did StableLM come out?");
        await stage.Slack.UntilVisibleAsync(AnsweredStage.Answer);

        Assert.Single(stage.Slack.Slack.CallsOf("chat.postEphemeral"));
        Assert.Equal(SlackStage.Asker, stage.Answers.Single().OnlyFor);
    }

    [Fact]
    public async Task Command_where_nothing_else_works_is_answered_in_a_direct_message()
    {
        await using var stage = new AnsweredStage();
        stage.Workspace.Elsewhere.Add(SlackStage.General);
        stage.Answerer = new ScriptedAnswerer(_ =>
        {
            stage.Workspace.ExpireResponses();
            return AnswerBuilder.StableLM;
        });
        stage.Start();

        stage.Slack.Command("ask When did StableLM come out?");
        await stage.Slack.UntilVisibleAsync(AnsweredStage.Answer);

        Assert.Equal("DU1", stage.Answers.Single().Channel);
    }

    [Fact]
    public async Task Text_of_people_and_of_notes_calls_nobody()
    {
        var nasty = new AnswerBuilder().Source("s", "<!channel> & *co*", "P", "https://example.org/>|<", null).Say("Ask <!here> or <@U1> about *it*.", 1).Build();
        await using var stage = new AnsweredStage(new ScriptedAnswerer(nasty)).Start();

        stage.Slack.AskIn(SlackStage.General, $"<@{SlackWorkspace.Bot}> hi <!channel>", type: "app_mention");
        await stage.Slack.UntilVisibleAsync("about");
        await stage.SettledAsync();

        Assert.All(stage.Slack.Slack.Calls.Where(call => call.Method.StartsWith("chat.", StringComparison.Ordinal)), call =>
        {
            var sent = System.Text.Encoding.UTF8.GetString(call.Bytes);
            Assert.DoesNotContain("<!", sent, StringComparison.Ordinal);
            Assert.DoesNotContain("\\u003C!", sent, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("\\u003C@", sent, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Theory]
    [InlineData(60)]
    [InlineData(90)]
    public async Task Long_answer_keeps_every_limit(int sentences)
    {
        var builder = new AnswerBuilder();
        for (var source = 1; source <= 60; source++)
            builder.Source($"s{source}", $"Source number {source} with a long title about models", "Publisher", $"https://example.org/{source}");
        for (var sentence = 1; sentence <= sentences; sentence++)
            builder.Say($"Sentence number {sentence} says something about a model that has quite a long name, namely this one.", ((sentence - 1) % 60) + 1);
        await using var stage = new AnsweredStage(new ScriptedAnswerer(builder.Build())).Start();

        stage.Slack.AskIn(SlackStage.General, $"<@{SlackWorkspace.Bot}> Tell me all.", type: "app_mention");
        await stage.Slack.UntilVisibleAsync($"Sentence number {sentences} says");
        await stage.SettledAsync();

        var shown = stage.Slack.Visible;
        Assert.All(Enumerable.Range(1, sentences), number => Assert.Contains($"Sentence number {number} says", shown, StringComparison.Ordinal));

        // The button shows those that are left out.
        var isShortened = Regex.IsMatch(shown, @"and \d+ more");
        var sources = Enumerable.Range(1, 60).Count(number => shown.Contains($"|Source number {number} with", StringComparison.Ordinal));
        Assert.True(isShortened ? sources is > 0 and < 60 : sources == 60, $"{sources} sources are shown");
    }

    [Fact]
    public async Task Home_shows_maintainers_where_the_notes_fell_short_and_others_not()
    {
        await using var stage = new AnsweredStage(new ScriptedAnswerer(new AnswerBuilder().Say("I don't know.").Abstain(AbstentionReason.NotRecorded).Build()));
        stage.Slack.Options.Maintainers.Add("U7");
        stage.Start();
        stage.Slack.Ask("What is Nonsuch built on?");
        await stage.Slack.UntilVisibleAsync("I don't know");
        await stage.SettledAsync();

        stage.Slack.Feed.DeliverEvent("""{"type":"app_home_opened","user":"U7","tab":"home","channel":"D7"}""");
        var first = await stage.Slack.Slack.CallAsync(call => call.Method == "views.publish" && call.Text("user_id") == "U7");
        stage.Slack.Feed.DeliverEvent("""{"type":"app_home_opened","user":"U1","tab":"home","channel":"D1"}""");
        var second = await stage.Slack.Slack.CallAsync(call => call.Method == "views.publish" && call.Text("user_id") == "U1");

        Assert.Contains("not known", first.Arguments.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("/lineage impact", second.Arguments.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("not known", second.Arguments.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Conversation_opened_in_the_agent_view_is_offered_questions_and_named_after_the_first()
    {
        await using var stage = new AnsweredStage().Start();

        stage.Slack.Feed.DeliverEvent("""{"type":"app_home_opened","user":"U1","tab":"messages","channel":"D1"}""");
        var offered = await stage.Slack.Slack.CallAsync("assistant.threads.setSuggestedPrompts");
        stage.Slack.Ask("When did StableLM come out?");
        var named = await stage.Slack.Slack.CallAsync("assistant.threads.setTitle");

        Assert.Equal(4, offered.Arguments.GetProperty("prompts").GetArrayLength());
        Assert.Equal("When did StableLM come out?", named.Text("title"));
        Assert.Equal("is looking it up…", (await stage.Slack.Slack.CallAsync("assistant.threads.setStatus")).Text("status"));
    }

    [Fact]
    public async Task Shortcut_checks_the_claim_of_a_message_for_who_asked()
    {
        await using var stage = new AnsweredStage().Start();
        var ts = stage.Workspace.Write(SlackStage.General, "U2", "Vicuna was trained by OpenAI");

        stage.Slack.Feed.Deliver("interactive", $$$"""
            {"type":"message_action","callback_id":"check_claim","trigger_id":"t1","user":{"id":"U1"},"team":{"id":"T1"},"channel":{"id":"C1"},
             "response_url":"{{{stage.Workspace.ResponseUrl("C1", "U1")}}}","message":{"ts":"{{{ts}}}","user":"U2","text":"Vicuna was trained by OpenAI"}}
            """);
        await stage.Slack.UntilVisibleAsync(AnsweredStage.Answer);

        Assert.Equal("Vicuna was trained by OpenAI", Assert.Single(stage.Answerer.Asked).Text);
        Assert.Equal(SlackStage.Asker, stage.Answers.Single().OnlyFor);
    }

    [Fact]
    public async Task Button_delivered_twice_acts_once()
    {
        await using var stage = new AnsweredStage().Start();
        var answer = await stage.AskAsync();

        stage.Slack.Press(answer, "answer:Sources");
        stage.Slack.Feed.Deliver("interactive", stage.Slack.LatestInteraction!);
        stage.Slack.Press(answer, "answer:Useful");
        await stage.Slack.UntilVisibleAsync("Glad that it helped");
        await stage.StopAsync();

        // The answer, its sources once, and the thanks.
        Assert.Equal(3, stage.Workspace.Replies.Count());
    }

    [Fact]
    public async Task Button_delivered_again_after_a_restart_acts_once()
    {
        await using var stage = new AnsweredStage().Start();
        var answer = await stage.AskAsync();
        stage.Slack.Press(answer, "answer:Sources");
        while (stage.Workspace.Replies.Count() < 2)
            await Task.Yield();
        await stage.StopAsync();

        stage.Start();
        stage.Slack.Feed.Deliver("interactive", stage.Slack.LatestInteraction!);
        stage.Slack.Press(answer, "answer:Useful");
        await stage.Slack.UntilVisibleAsync("Glad that it helped");
        await stage.StopAsync();

        // The answer, its sources once, and the thanks.
        Assert.Equal(3, stage.Workspace.Replies.Count());
    }

    [Fact]
    public async Task Interaction_without_actions_is_acknowledged_and_nothing_else()
    {
        await using var stage = new AnsweredStage().Start();

        stage.Slack.Feed.Deliver("interactive", """{"type":"block_actions","user":{"id":"U1"},"actions":null}""");
        await stage.AskAsync();

        Assert.Equal(2, stage.Slack.Feed.Acknowledged);
    }
}
