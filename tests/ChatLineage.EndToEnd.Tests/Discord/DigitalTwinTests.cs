namespace ChatLineage.EndToEnd.Tests.Discord;

/// <summary>The real program and a Discord that none of us wrote.</summary>
public sealed class DigitalTwinTests
{
    [DigitalTwinFact]
    public async Task Serve_answers_mentions_threads_commands_buttons_and_forms()
    {
        using var folder = new TemporaryFolder();
        await using var discord = await DigitalTwin.StartAsync();
        await using var program = ServedProgram.Start(discord.Settings(Path.Combine(folder.Path, "state.db")));
        await program.SaysAsync("Connected to Discord as lineage");

        var question = await discord.SayAsync(discord.Channel, $"<@{discord.Bot}> What is StableVicuna built on?");
        var answer = await discord.SeesAsync(message => DigitalTwin.Holds(message, "Sources") && message.TryGetProperty("components", out _));
        Assert.True(DigitalTwin.Holds(answer, "StableVicuna is fine-tuned from Vicuna"));
        Assert.Equal(question, answer.GetProperty("message_reference").GetProperty("message_id").GetString());

        await AskInThreadAsync(discord, question);
        await CompareAsync(discord);
        await PressAllAsync(discord, answer);

        Assert.Equal(1, discord.RepliesTo(question));
        Assert.DoesNotContain("twin-token", program.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(" Error ", program.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("StableVicuna", program.Errors, StringComparison.Ordinal);
    }

    private static async Task AskInThreadAsync(DigitalTwin discord, string question)
    {
        var thread = await discord.BeginThreadAsync(question, "StableVicuna");
        await discord.SayAsync(thread, $"<@{discord.Bot}> Which licence does Alpaca have?");
        await discord.SeesAsync(message => message.GetProperty("channel_id").GetString() == thread && DigitalTwin.Holds(message, "Alpaca is"));

        // A thread that the bot has answered in goes on without a mention.
        await discord.SayAsync(thread, "And who made it?");
        await discord.SeesAsync(message => message.GetProperty("channel_id").GetString() == thread && DigitalTwin.Holds(message, "Stanford"));
    }

    private static async Task CompareAsync(DigitalTwin discord)
    {
        var compared = await discord.UseAsync("compare", ("first", "Vicuna"), ("second", "Alpaca"));
        Assert.Equal(5, (await discord.ResponseAsync(compared)).Type);
        await discord.SeesAsync("Stanford Alpaca README");

        var unknown = await discord.UseAsync("no-such-command");
        var (type, said) = await discord.ResponseAsync(unknown);
        Assert.Equal(4, type);
        Assert.True(DigitalTwin.Holds(said, "I don't know that command"));
    }

    private static async Task PressAllAsync(DigitalTwin discord, System.Text.Json.JsonElement answer)
    {
        await discord.PressAsync(answer, "useful:");
        await discord.SeesAsync("Glad that it helped");

        var (type, form) = await discord.ResponseAsync(await discord.PressAsync(answer, "not-useful:"));
        Assert.Equal(9, type);
        await discord.SubmitAsync(form, "a date is missing");
        await discord.SeesAsync("The maintainers of the notes can see it");
    }
}
