using System.Text.Json;
using ChatLineage.Discord.Protocol.Interactions;
using ChatLineage.Discord.Protocol.Json;
using ChatLineage.Discord.Protocol.Resources;

namespace ChatLineage.Discord.Tests.Protocol.Json;

public sealed class DiscordJsonTests
{
    /// <summary>Discord leaves out what is empty. A generated reader would set it to null.</summary>
    [Fact]
    public void Read_fields_that_are_absent_are_empty_and_not_null()
    {
        var message = JsonSerializer.Deserialize("""{"id":"1","channel_id":"2"}""", DiscordJson.Default.Message)!;
        var interaction = JsonSerializer.Deserialize("""{"id":"1","application_id":"2","type":2,"token":"t","data":{"name":"sources"},"member":{}}""", DiscordJson.Default.Interaction)!;
        var guild = JsonSerializer.Deserialize("""{"id":"1"}""", DiscordJson.Default.Guild)!;
        var resolved = JsonSerializer.Deserialize("""{"id":"1","application_id":"2","type":2,"token":"t","data":{"resolved":{}}}""", DiscordJson.Default.Interaction)!;
        var bot = JsonSerializer.Deserialize("""{"url":"wss://a","session_start_limit":{}}""", DiscordJson.Default.GatewayBot)!;
        var command = Assert.Single(JsonSerializer.Deserialize("""[{"name":"ask"}]""", DiscordJson.Default.ApplicationCommandArray)!);

        Assert.Equal(("", 0, 0), (message.Content, message.Mentions.Length, message.MentionRoles.Length));
        Assert.Equal((0, 0, 0), (interaction.Data!.Options.Length, interaction.Data.Components.Length, interaction.Member!.Roles.Length));
        Assert.Empty(guild.Threads);
        Assert.Empty(resolved.Data!.Resolved!.Messages);
        Assert.Equal((1, 1), (bot.Shards, bot.SessionStartLimit.MaxConcurrency));
        Assert.Equal((CommandType.ChatInput, ""), (command.Type, command.Description));
    }

    [Fact]
    public void Read_every_kind_of_null_is_empty()
    {
        var message = JsonSerializer.Deserialize("""{"id":"1","channel_id":"2","content":null,"mentions":null}""", DiscordJson.Default.Message)!;

        Assert.Equal(("", 0), (message.Content, message.Mentions.Length));
    }

    [Fact]
    public void Write_message_leaves_out_what_is_not_set() => Assert.Equal(
        """{"content":"x","allowed_mentions":{"parse":[],"replied_user":false}}""",
        JsonSerializer.Serialize(new MessageContent { Content = "x" }, DiscordJson.Default.MessageContent));
}
