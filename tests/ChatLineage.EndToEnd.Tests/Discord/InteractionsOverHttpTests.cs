using System.Net;
using ChatLineage.EndToEnd.Tests.Slack;

namespace ChatLineage.EndToEnd.Tests.Discord;

/// <summary>The real program where Discord comes to it, instead of it to Discord.</summary>
public sealed class InteractionsOverHttpTests
{
    private const string Ask = """{"id":"1","name":"ask","type":1,"options":[{"name":"question","type":3,"value":"What is StableVicuna built on?"}]}""";

    [Fact]
    public async Task Serve_without_a_gateway_answers_signed_commands_and_buttons_and_refuses_forged_ones()
    {
        await using var discord = await Watched.StartAsync();
        using var folder = new TemporaryFolder();
        var address = $"http://127.0.0.1:{LocalSlack.FreePort()}/";
        using var sender = new InteractionSender(discord.Server, address);
        await using var program = ServedProgram.Start(new Dictionary<string, string>
        {
            ["CHATLINEAGE_Discord__Token"] = "secret-token",
            ["CHATLINEAGE_Discord__ApiAddress"] = discord.Server.Wire.RestAddress.ToString(),
            ["CHATLINEAGE_Discord__Gateway"] = "false",
            ["CHATLINEAGE_Discord__PublicKey"] = sender.PublicKey,
            ["CHATLINEAGE_Discord__ListenOn"] = address,
            ["CHATLINEAGE_Chat__Database"] = Path.Combine(folder.Path, "state.db"),
        });
        await program.SaysAsync("Listening on");

        Assert.Equal(HttpStatusCode.Unauthorized, await sender.ForgeAsync(Ask));
        var asked = await sender.SendAsync(2, Ask);
        var answer = await discord.UntilAsync(message => message.Interaction == asked && !message.Buttons.IsEmpty);
        Assert.StartsWith("> What is StableVicuna built on?\nStableVicuna is fine-tuned from Vicuna", answer.Content, StringComparison.Ordinal);
        Assert.Equal(5, discord.Server.ResponseTo(asked)!.Value.Type);

        var useful = answer.Buttons.Single(button => button.CustomId.StartsWith("useful:", StringComparison.Ordinal)).CustomId;
        var pressed = await sender.SendAsync(3, $$"""{"custom_id":"{{useful}}","component_type":2}""");
        var thanks = await discord.UntilAsync(message => message.Interaction == pressed && message.Content.Length > 0);
        Assert.True(thanks.Ephemeral);

        Assert.Equal((0, 0), discord.Server.Sessions);
        Assert.Single(discord.Server.Messages, message => message.Content.Contains("StableVicuna", StringComparison.Ordinal));
        Assert.Empty(discord.Server.Faults);
        Assert.DoesNotContain("secret-token", program.Errors, StringComparison.Ordinal);
    }
}
