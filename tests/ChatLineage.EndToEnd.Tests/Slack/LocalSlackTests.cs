using System.Text.Json;

namespace ChatLineage.EndToEnd.Tests.Slack;

/// <summary>The real program and a Slack that none of us wrote.</summary>
public sealed class LocalSlackTests
{
    private const string Question = $"<@{LocalSlack.Bot}> What is StableVicuna built on?";

    [LocalSlackFact]
    public Task Socket_mode_serves_mentions_threads_direct_messages_commands_buttons_forms_pictures_and_the_home(
        ) => ConverseAsync(listenOn: null);

    [LocalSlackFact]
    public Task Events_mode_serves_the_same() => ConverseAsync($"http://127.0.0.1:{LocalSlack.FreePort()}/");

    [LocalSlackFact]
    public async Task Killed_program_owes_nothing_and_doubles_nothing_after_its_next_start()
    {
        using var folder = new TemporaryFolder();
        await using var slack = await LocalSlack.StartAsync(null);
        var settings = slack.Settings(Path.Combine(folder.Path, "state.db"), null);
        await using (var first = ServedProgram.Start(settings))
        {
            await first.SaysAsync("said hello");
            await slack.WriteAsync(LocalSlack.General, Question);
            await slack.SeesAsync("log", log => log.GetProperty("entry").GetProperty("kind").GetString() == "ack");
            await first.KillAsync();
        }

        await using var second = ServedProgram.Start(settings);
        await second.SaysAsync("said hello");
        await slack.AnswersAsync("*Sources*");
        await slack.WriteAsync(LocalSlack.General, $"<@{LocalSlack.Bot}> What is Vicuna built on?");
        await slack.AnswersAsync("Vicuna is fine-tuned from LLaMA");
        await slack.AnswersAsync("Vicuna v1.3 model card");

        var thread = (await slack.MessagesAsync(LocalSlack.General))[0].GetProperty("ts").GetString();
        var answers = (await slack.MessagesAsync(LocalSlack.General)).Where(message =>
            message.TryGetProperty("thread_ts", out var root) && root.GetString() == thread && LocalSlack.Shown(message).Contains("StableVicuna", StringComparison.Ordinal));
        Assert.Single(answers);
    }

    private static async Task ConverseAsync(string? listenOn)
    {
        using var folder = new TemporaryFolder();
        await using var slack = await LocalSlack.StartAsync(listenOn);
        await using var program = ServedProgram.Start(slack.Settings(Path.Combine(folder.Path, "state.db"), listenOn));
        await program.SaysAsync(listenOn is null ? "said hello" : "Listening on");

        await slack.WriteAsync(LocalSlack.General, Question);
        var answer = await slack.AnswersAsync("answer:Picture");
        Assert.Contains("StableVicuna is fine-tuned from Vicuna", LocalSlack.Shown(answer), StringComparison.Ordinal);
        Assert.Contains("*Sources*", LocalSlack.Shown(answer), StringComparison.Ordinal);
        var thread = answer.GetProperty("thread_ts").GetString()!;

        await slack.WriteAsync(LocalSlack.General, "And who made it?", thread);
        Assert.Equal(thread, (await slack.AnswersAsync("Stability AI")).GetProperty("thread_ts").GetString());

        await slack.WriteAsync(LocalSlack.Alice, "Which licence does Alpaca have?");
        Assert.StartsWith("D", (await slack.AnswersAsync("Alpaca is")).GetProperty("channel").GetString(), StringComparison.Ordinal);

        await slack.ActAsync(new { t = "slash_command", user = LocalSlack.Alice, channel = LocalSlack.General, command = "/lineage", text = "compare Vicuna and Alpaca" });
        await slack.AnswersAsync("Stanford Alpaca README", whispered: true);
        await slack.ActAsync(new { t = "slash_command", user = LocalSlack.Alice, channel = LocalSlack.General, command = "/lineage", text = "compare Vicuna" });
        await slack.AnswersAsync("/lineage compare <first> and <second>", whispered: true);

        await PressAllAsync(slack, answer);
        await slack.ActAsync(new { t = "open_home", user = LocalSlack.Alice });
        var home = await slack.SeesAsync("home", home => home.GetProperty("user").GetString() == LocalSlack.Alice);
        Assert.Contains("/lineage impact", home.GetProperty("view").GetRawText(), StringComparison.Ordinal);

        // What is held back is never said: neither a fault nor a token.
        Assert.DoesNotContain("xoxb-", program.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(" Error ", program.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("StableVicuna", program.Errors, StringComparison.Ordinal);
    }

    private static async Task PressAllAsync(LocalSlack slack, JsonElement answer)
    {
        await slack.PressAsync(answer, "answer:Useful");
        await slack.AnswersAsync("Glad that it helped", whispered: true);
        await slack.PressAsync(answer, "answer:Picture");
        await slack.SeesAsync("message", shared => shared.GetProperty("message").TryGetProperty("files", out var files) && files[0].GetProperty("name").GetString() == "stablevicuna.png");
        await slack.PressAsync(answer, "answer:NotUseful");
        await slack.SeesAsync("view", view => view.GetProperty("stack").GetArrayLength() > 0);
        await slack.ActAsync(new { t = "view_submit", user = LocalSlack.Alice, values = new { comment = new { text = new { type = "plain_text_input", value = "a date is missing" } } } });
        await slack.AnswersAsync("The maintainers of the notes can see it", whispered: true);
    }
}
