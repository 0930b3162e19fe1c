using ChatLineage.Chat.Platforms;
using ChatLineage.Testing.Chat;
using ChatLineage.Testing.Discord.Server;

namespace ChatLineage.Discord.Tests.Incoming;

/// <summary>How what people do on Discord reaches the bot.</summary>
public sealed class TriggerTests
{
    private const string Question = "What is Alpaca built on?";

    [Fact]
    public async Task Mention_in_a_channel_is_a_question_of_that_person_there()
    {
        var message = await ReadAsync(server => server.Say($"@bot {Question}"));

        Assert.Equal((Question, Trigger.Mention, Request.Question), (message.Text, message.Trigger, message.Request));
        Assert.Equal($"{DiscordServer.Channel}:{DiscordServer.Person}", message.Conversation.Id);
        Assert.Equal((DiscordServer.Guild.ToString(), DiscordServer.Channel.ToString(), "900"), (message.Place!.ServerId, message.Place.ChannelId, Assert.Single(message.Place.RoleIds)));
        Assert.Equal($"{DiscordServer.Person}", message.AuthorId);
        Assert.Null(message.InReplyTo);
    }

    [Fact]
    public async Task Mention_of_the_role_of_the_bot_is_a_mention_of_the_bot()
    {
        var message = await ReadAsync(server => server.Say($"<@&{DiscordServer.BotRole}> {Question}"));

        Assert.Equal((Question, Trigger.Mention), (message.Text, message.Trigger));
    }

    [Fact]
    public async Task Mention_of_another_role_is_none_unless_it_becomes_the_role_of_the_bot()
    {
        await using var stage = await DiscordStage.OpenAsync();
        await using var run = new PlatformRun(stage.Platform);
        var role = """{"guild_id":"100","role":{"id":"900","name":"lineage","tags":{"bot_id":"7"} } }""";

        stage.Server.Say($"<@&900> {Question}");
        stage.Server.Dispatch("GUILD_ROLE_CREATE", role);
        stage.Server.Say($"<@&900> {Question}");

        Assert.Equal(Trigger.Overheard, (await run.NextMessageAsync()).Trigger);
        Assert.Equal(Trigger.Mention, (await run.NextMessageAsync()).Trigger);
    }

    [Fact]
    public async Task Messages_deleted_alone_and_many_at_once_are_taken_back()
    {
        await using var stage = await DiscordStage.OpenAsync();
        await using var run = new PlatformRun(stage.Platform);

        stage.Server.Dispatch("MESSAGE_DELETE", """{"id":"1","channel_id":"200"}""");
        stage.Server.Dispatch("MESSAGE_DELETE_BULK", """{"ids":["2","3"],"channel_id":"200","guild_id":"100"}""");

        Assert.Equal(["1", "2", "3"], [await run.NextWithdrawalAsync(), await run.NextWithdrawalAsync(), await run.NextWithdrawalAsync()]);
    }

    [Fact]
    public async Task Direct_message_is_a_question()
    {
        var message = await ReadAsync(server => server.Say(Question, DiscordServer.Direct));

        Assert.Equal((Question, Trigger.Direct, $"{DiscordServer.Direct}"), (message.Text, message.Trigger, message.Conversation.Id));
        Assert.Null(message.Place!.ServerId);
    }

    [Fact]
    public async Task Reply_to_an_answer_names_the_answer_also_when_it_pings()
    {
        await using var stage = await DiscordStage.OpenAsync();
        await using var run = new PlatformRun(stage.Platform);
        stage.Server.Say($"@bot {Question}");
        var pending = await stage.Platform.BeginReplyAsync(await run.NextMessageAsync(), Audience.Everybody, CancellationToken.None);
        var answer = await pending.FinishAsync(new Reply("LLaMA."), CancellationToken.None);

        stage.Server.Say("and who made it?", replyTo: ulong.Parse(answer!, System.Globalization.CultureInfo.InvariantCulture));
        var reply = await run.NextMessageAsync();

        Assert.Equal(("and who made it?", Trigger.Reply, answer), (reply.Text, reply.Trigger, reply.InReplyTo));
    }

    [Fact]
    public async Task Thread_message_is_of_the_thread_and_its_channel()
    {
        var message = await ReadAsync(server => server.Say("and its licence?", DiscordServer.Thread));

        Assert.Equal((Trigger.Thread, $"{DiscordServer.Thread}", $"{DiscordServer.Channel}"), (message.Trigger, message.Conversation.Id, message.Place!.ChannelId));
    }

    [Fact]
    public async Task Thread_that_awakes_later_is_known_then()
    {
        var message = await ReadAsync(server =>
        {
            server.Dispatch("THREAD_UPDATE", $$"""{"id":"301","type":11,"parent_id":"{{DiscordServer.Channel}}"}""");
            server.Say("and its licence?", 301);
        });

        Assert.Equal((Trigger.Thread, $"{DiscordServer.Channel}"), (message.Trigger, message.Place!.ChannelId));
    }

    [Fact]
    public async Task Message_to_nobody_is_overheard() => Assert.Equal(Trigger.Overheard, (await ReadAsync(server => server.Say(Question))).Trigger);

    [Theory]
    [InlineData(DiscordServer.Channel)]
    [InlineData(DiscordServer.Direct)]
    public async Task Mention_without_words_asks_for_help(ulong channel) =>
        Assert.Equal((Request.Help, ""), await ReadAsync(server => server.Say("@bot", channel)) is var message ? (message.Request, message.Text) : default);

    [Fact]
    public async Task Mention_without_words_below_a_claim_asks_for_a_check()
    {
        await using var stage = await DiscordStage.OpenAsync();
        await using var run = new PlatformRun(stage.Platform);
        var claim = stage.Server.Say("Vicuna is **Apache** licensed");
        await run.NextMessageAsync();

        stage.Server.Say("@bot", replyTo: claim);
        var message = await run.NextMessageAsync();

        Assert.Equal((Request.Check, "Vicuna is Apache licensed"), (message.Request, message.Text));
    }

    [Theory]
    [InlineData("""{"id":"1","channel_id":"200","guild_id":"100","content":"<@7> hi","author":{"id":"9","bot":true},"mentions":[{"id":"7"}]}""")]
    [InlineData("""{"id":"1","channel_id":"200","guild_id":"100","content":"<@7> hi","author":{"id":"9"},"webhook_id":"9","mentions":[{"id":"7"}]}""")]
    [InlineData("""{"id":"1","channel_id":"200","guild_id":"100","type":7,"content":"joined","author":{"id":"9"}}""")]
    [InlineData("""{"id":"1","channel_id":"200","guild_id":"100","content":"","author":{"id":"9"}}""")]
    [InlineData("""{"id":"1","channel_id":"200","guild_id":"100","content":"hi"}""")]
    public async Task Bots_webhooks_notices_and_unreadable_messages_are_left_out(string json)
    {
        var message = await ReadAsync(server =>
        {
            server.Dispatch("MESSAGE_CREATE", json);
            server.Say($"@bot {Question}");
        });

        Assert.Equal(Question, message.Text);
    }

    [Theory]
    [InlineData("ask", """[{"name":"question","type":3,"value":"What is Alpaca built on?"}]""", "What is Alpaca built on?", Request.Question)]
    [InlineData("impact", """[{"name":"name","type":3,"value":"LLaMA"}]""", "What breaks if \"LLaMA\" closes?", Request.Question)]
    [InlineData("compare", """[{"name":"first","type":3,"value":"Alpaca"},{"name":"second","type":3,"value":"Vicuna"}]""", "Compare \"Alpaca\" and \"Vicuna\".", Request.Question)]
    [InlineData("sources", null, "", Request.Sources)]
    public async Task Command_becomes_its_question(string name, string? options, string text, Request request)
    {
        var message = await ReadAsync(server => server.Use(name, options));

        Assert.Equal((text, request, Trigger.Command, false), (message.Text, message.Request, message.Trigger, message.WantsPrivacy));
        Assert.Equal($"{DiscordServer.Channel}:{DiscordServer.Person}", message.Conversation.Id);
    }

    [Fact]
    public async Task Command_in_a_thread_is_of_the_thread()
    {
        var message = await ReadAsync(server => server.Use("sources", channel: DiscordServer.Thread));

        Assert.Equal(($"{DiscordServer.Thread}", $"{DiscordServer.Channel}"), (message.Conversation.Id, message.Place!.ChannelId));
    }

    [Fact]
    public async Task Menu_of_a_message_checks_it_in_private()
    {
        var message = await ReadAsync(server => server.Interact(
            2, """{"id":"1","name":"Check this claim","type":3,"target_id":"55","resolved":{"messages":{"55":{"id":"55","channel_id":"200","content":"**Vicuna** is built on GPT-4"}}}}"""));

        Assert.Equal(("Vicuna is built on GPT-4", Request.Check, true), (message.Text, message.Request, message.WantsPrivacy));
    }

    [Fact]
    public async Task Names_are_suggested_while_one_is_typed()
    {
        await using var stage = await DiscordStage.OpenAsync();
        await using var run = new PlatformRun(stage.Platform) { OnSuggest = (typed, count) => [$"{typed}aca", new string('x', 101), $"{count}"] };

        var id = stage.Server.Interact(4, """{"id":"1","name":"impact","type":1,"options":[{"name":"name","type":3,"value":"Alp","focused":true}]}""");

        var (type, data) = await stage.ResponseAsync(id);
        Assert.Equal(8, type);
        Assert.Equal(["Alpaca", "25"], data.GetProperty("choices").EnumerateArray().Select(choice => choice.GetProperty("value").GetString()));
    }

    [Theory]
    [InlineData("""{"id":"1","name":"gone","type":1,"options":[]}""")]
    [InlineData("""{"id":"1","name":"ask","type":1,"options":[]}""")]
    [InlineData("""{"id":"1","name":"Check this claim","type":3,"target_id":"55"}""")]
    public async Task Command_that_is_not_known_is_told_so_to_the_asker_alone(string data)
    {
        await using var stage = await DiscordStage.OpenAsync();
        await using var run = new PlatformRun(stage.Platform);

        var (type, response) = await stage.ResponseAsync(stage.Server.Interact(2, data));

        Assert.Equal((4, 64), (type, response.GetProperty("flags").GetInt32()));
    }

    [Theory]
    [InlineData(false, "I don't answer here.")]
    [InlineData(true, "Something broke")]
    public async Task Command_that_is_not_taken_is_told_so(bool breaks, string text)
    {
        await using var stage = await DiscordStage.OpenAsync();
        await using var run = new PlatformRun(stage.Platform) { OnMessage = _ => breaks ? throw new InvalidOperationException("secret") : Receipt.Ignored };

        var (_, response) = await stage.ResponseAsync(stage.Server.Use("sources"));

        Assert.StartsWith(text, response.GetProperty("content").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_that_the_inbox_cannot_take_does_not_end_the_run()
    {
        await using var stage = await DiscordStage.OpenAsync();
        var first = true;
        await using var run = new PlatformRun(stage.Platform)
        {
            OnMessage = _ =>
            {
                (var failing, first) = (first, false);
                return failing ? throw new InvalidOperationException("no room on the disk") : Receipt.Accepted;
            },
        };
        stage.Server.Say("@bot one?");
        stage.Server.Say("@bot two?");

        Assert.Equal("one?", (await run.NextMessageAsync()).Text);
        Assert.Equal("two?", (await run.NextMessageAsync()).Text);
    }

    private static async Task<IncomingMessage> ReadAsync(Action<DiscordServer> act)
    {
        await using var stage = await DiscordStage.OpenAsync();
        await using var run = new PlatformRun(stage.Platform);
        act(stage.Server);
        return await run.NextMessageAsync();
    }
}
