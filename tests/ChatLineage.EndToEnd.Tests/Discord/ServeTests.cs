using System.Globalization;
using System.Text.Json;
using ChatLineage.Testing.Discord.Server;

namespace ChatLineage.EndToEnd.Tests.Discord;

/// <summary>The real program and a Discord of this machine.</summary>
public sealed class ServeTests
{
    private const string Question = "@bot What is StableVicuna built on?";

    [Fact]
    public async Task Serve_answers_mentions_follow_ups_threads_commands_and_buttons()
    {
        await using var discord = await Watched.StartAsync();
        using var folder = new TemporaryFolder();
        await using var program = ServedProgram.Start(Settings(discord.Server, folder));
        await program.SaysAsync("Connected to Discord as lineage");
        var server = discord.Server;

        var question = server.Say(Question);
        var answer = await discord.UntilAsync(message => message.ReplyTo == question && !message.Buttons.IsEmpty);
        Assert.StartsWith(@"StableVicuna is fine-tuned from Vicuna", answer.Content, StringComparison.Ordinal);
        Assert.Contains("-# Sources\n", answer.Content, StringComparison.Ordinal);
        Assert.True(server.Typings > 0);

        var followUp = server.Say("And who made it?", replyTo: answer.Id);
        await discord.UntilAsync(message => message.ReplyTo == followUp && message.Content.Contains("Stability AI", StringComparison.Ordinal) && !message.Buttons.IsEmpty);

        var opened = server.Say("@bot Which licence does Alpaca have?", DiscordServer.Thread);
        await discord.UntilAsync(message => message.ReplyTo == opened && !message.Buttons.IsEmpty);
        var inThread = server.Say("and what was it trained on?", DiscordServer.Thread);
        await discord.UntilAsync(message => message.ReplyTo == inThread && message.Content.Contains("Alpaca", StringComparison.Ordinal) && !message.Buttons.IsEmpty);

        var command = server.Use("impact", """[{"name":"name","type":3,"value":"LLaMA"}]""");
        await discord.UntilAsync(message => message.Interaction == command && message.Content.Contains("LLaMA", StringComparison.Ordinal));
        await discord.UntilAsync(message => message.Interaction == command && !message.Buttons.IsEmpty);
        Assert.Equal(5, server.ResponseTo(command)!.Value.Type);

        var check = server.Interact(2, """
            {"id":"1","name":"Check this claim","type":3,"target_id":"55","resolved":{"messages":{"55":
             {"id":"55","channel_id":"200","type":0,"author":{"id":"501","username":"bob"},"content":"Vicuna is fine-tuned from GPT-4."}}}}
            """);
        Assert.True((await discord.UntilAsync(message => message.Interaction == check && message.Content.Length > 0)).Ephemeral);

        var typed = server.Interact(4, """{"id":"1","name":"impact","type":1,"options":[{"name":"name","type":3,"value":"Vicu","focused":true}]}""");
        await server.Wire.CallAsync(call => call.Path.StartsWith($"/interactions/{typed}/", StringComparison.Ordinal));
        Assert.Contains("Vicuna", server.ResponseTo(typed)!.Value.Data.GetRawText(), StringComparison.Ordinal);

        await PressAsync(discord, "picture:", message => !message.Files.IsEmpty);
        await PressAsync(discord, "useful:", message => message.Content.Contains("Thank you", StringComparison.Ordinal));
        var form = server.Press("not-useful:")!.Value;
        await server.Wire.CallAsync(call => call.Path.StartsWith($"/interactions/{form}/", StringComparison.Ordinal));
        var submitted = server.Submit(server.ResponseTo(form)!.Value.Data, "It left out the licence.");
        await discord.UntilAsync(message => message.Interaction == submitted && message.Content.Contains("Thank you", StringComparison.Ordinal));

        Assert.Empty(server.Faults);
        ConversationPage.Write(Path.Combine(AppContext.BaseDirectory, "discord.html"), server);
    }

    [Fact]
    public async Task Killed_between_receipt_and_reply_answers_once_after_the_next_start()
    {
        await using var discord = await Watched.StartAsync();
        using var folder = new TemporaryFolder();
        var server = discord.Server;
        var away = true;
        server.Fault = call => away && call.Path.EndsWith("/messages", StringComparison.Ordinal) ? Testing.Discord.RestAnswer.Error(503) : null;
        var settings = Settings(server, folder);
        ulong question;
        await using (var first = ServedProgram.Start(settings))
        {
            await first.SaysAsync("Connected to Discord");
            question = server.Say(Question);
            await server.Wire.CallAsync(call => call.Is("POST", string.Create(CultureInfo.InvariantCulture, $"/channels/{DiscordServer.Channel}/messages")));
            await first.KillAsync();
        }

        away = false;
        server.ForgetNonces();
        await using var second = ServedProgram.Start(settings);
        await discord.UntilAsync(message => message.ReplyTo == question && !message.Buttons.IsEmpty);
        server.Dispatch("MESSAGE_CREATE", server.MessageJson(question, $"<@{DiscordServer.Bot}> What is StableVicuna built on?"));
        var next = server.Say("@bot What is Vicuna built on?");
        await discord.UntilAsync(message => message.ReplyTo == next && !message.Buttons.IsEmpty);

        Assert.Single(server.Messages, message => message.ReplyTo == question);
    }

    [Fact]
    public async Task Setup_registers_once_invites_and_is_looked_at_by_the_doctor()
    {
        await using var discord = await Watched.StartAsync();
        using var folder = new TemporaryFolder();
        discord.Server.ApplicationFlags = 0;
        var settings = Settings(discord.Server, folder);

        var first = await RunAsync(settings, "discord", "register");
        var second = await RunAsync(settings, "discord", "register");
        var invite = await RunAsync(settings, "discord", "invite");
        var doctor = await RunAsync(settings, "doctor", "--no-model", "--format", "json");

        Assert.Equal(0, first.ExitCode);
        Assert.StartsWith("8 commands are registered everywhere.", first.Output, StringComparison.Ordinal);
        Assert.Equal((0, "Discord had these 8 commands everywhere already; nothing was written.\n"), (second.ExitCode, second.Output));
        Assert.Equal("https://discord.com/oauth2/authorize?client_id=8&scope=bot+applications.commands&permissions=274878008320\n", invite.Output);
        Assert.Equal(0, doctor.ExitCode);
        using var json = JsonDocument.Parse(doctor.Output);
        var found = json.RootElement.EnumerateArray().ToDictionary(probe => probe.GetProperty("probe").GetString()!, probe => probe.GetProperty("status").GetString());
        Assert.Equal(
            ("ok", "warning", "warning", "ok", "ok", "ok"),
            (found["discord token"], found["discord intents"], found["discord servers"], found["discord commands"], found["discord gateway"], found["discord interactions"]));
    }

    [Fact]
    public async Task Setup_in_a_server_says_that_commands_show_twice_and_takes_them_away()
    {
        await using var discord = await Watched.StartAsync();
        using var folder = new TemporaryFolder();
        var settings = Settings(discord.Server, folder);
        await RunAsync(settings, "discord", "register");

        var registered = await RunAsync(settings, "discord", "register", "--server", "100");
        var removed = await RunAsync(settings, "discord", "register", "--server", "100", "--remove");

        Assert.Contains("server 100 shows each twice", registered.Output, StringComparison.Ordinal);
        Assert.Equal((0, "The commands are taken away in server 100.\n"), (removed.ExitCode, removed.Output));
        Assert.Equal("[]", discord.Server.Commands);
    }

    [Fact]
    public async Task Doctor_of_a_user_who_was_just_made_finds_where_to_keep_things()
    {
        using var home = new TemporaryFolder();
        var settings = new Dictionary<string, string> { ["HOME"] = home.Path, ["XDG_DATA_HOME"] = "" };

        var doctor = await RunAsync(settings, "doctor", "--no-model");

        Assert.Equal(0, doctor.ExitCode);
        Assert.Contains($"[ok] data folder: '{home.Path}", doctor.Output, StringComparison.Ordinal);
    }

    private static Task<ProgramRun> RunAsync(Dictionary<string, string> settings, params string[] arguments) =>
        BuiltProgram.RunAsync(arguments, "", BuiltProgram.Root, settings);

    private static Dictionary<string, string> Settings(DiscordServer server, TemporaryFolder folder) => new()
    {
        ["CHATLINEAGE_Discord__Token"] = "token",
        ["CHATLINEAGE_Discord__ApiAddress"] = server.Wire.RestAddress.ToString(),
        ["CHATLINEAGE_Chat__Database"] = Path.Combine(folder.Path, "state.db"),
    };

    private static async Task PressAsync(Watched discord, string button, Func<PostedMessage, bool> shows)
    {
        var pressed = discord.Server.Press(button);
        Assert.NotNull(pressed);
        await discord.UntilAsync(message => message.Interaction == pressed && shows(message));
    }
}
