using ChatLineage.Testing.Discord.Server;

namespace ChatLineage.EndToEnd.Tests.Discord;

/// <summary>The real program and our own Discord.</summary>
public sealed class ScriptedDiscordTests
{
    [Fact]
    public async Task Serve_answers_direct_messages_mentions_commands_and_buttons()
    {
        await using var discord = await ServedDiscord.StartAsync();
        await using var program = ServedProgram.Start(discord.Settings);
        discord.Server.Say("What is StableVicuna built on?", DiscordServer.Direct);
        await discord.SeesAsync("StableVicuna is fine-tuned from Vicuna");

        discord.Server.Say("@bot Which licence does Alpaca have?");
        await discord.SeesAsync("Alpaca is");

        discord.Server.Use("compare", """[{"name":"first","type":3,"value":"Vicuna"},{"name":"second","type":3,"value":"Alpaca"}]""");
        await discord.SeesAsync("Stanford Alpaca README");

        discord.Server.Press("useful:");
        await discord.SeesAsync("Glad that it helped");

        Assert.DoesNotContain("secret-token", program.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(" Error ", program.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("StableVicuna", program.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_killed_in_the_middle_answers_once_after_its_next_start()
    {
        await using var discord = await ServedDiscord.StartAsync();
        await using (var first = ServedProgram.Start(discord.Settings))
        {
            discord.Server.Say("What is StableVicuna built on?", DiscordServer.Direct);
            await discord.Server.Wire.CallAsync(call => call.Is("POST", $"/channels/{DiscordServer.Direct}/typing"));
            await first.KillAsync();
        }

        await using var second = ServedProgram.Start(discord.Settings);
        await discord.SeesAsync("Sources");

        Assert.Single(
            discord.Server.Messages,
            message => message.AuthorId == DiscordServer.Bot && message.Content.Contains("StableVicuna", StringComparison.Ordinal));
    }
}
