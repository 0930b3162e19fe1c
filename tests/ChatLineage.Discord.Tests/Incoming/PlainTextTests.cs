using ChatLineage.Discord.Incoming;
using ChatLineage.Discord.Protocol.Resources;

namespace ChatLineage.Discord.Tests.Incoming;

public sealed class PlainTextTests
{
    private static readonly Snowflake Bot = new(7);

    [Theory]
    [InlineData("<@7> what is **Alpaca** built on?", "what is Alpaca built on?")]
    [InlineData("<@!7>what is `Alpaca`?", "what is Alpaca?")]
    [InlineData("hey <@7>, is <@30> right?", "hey , is Ada right?")]
    [InlineData("what about open_llama_3b_v2 and GPT-NeoX?", "what about open_llama_3b_v2 and GPT-NeoX?")]
    [InlineData("is *Vicuna* _really_ __open__ ~~source~~ ||free||?", "is Vicuna really open source free?")]
    [InlineData("> quoted\n# Title\n- item", "quoted Title item")]
    [InlineData("see <#99> at <t:1618953630:R> with </ask:12> <:llama:12345> <@&900>", "see at with")]
    [InlineData("[the card](https://example.org/x) says so", "the card says so")]
    [InlineData("```py\nprint(1)\n```", "print(1)")]
    [InlineData(@"a \*star\* and snake\_case", "a *star* and snake_case")]
    [InlineData("3 * 4 * 5", "3 * 4 * 5")]
    [InlineData("  \n ", "")]
    [InlineData("<@7>", "")]
    public void Of_message_is_what_a_person_reads(string content, string plain)
    {
        var message = new Message { Id = new Snowflake(1), ChannelId = new Snowflake(2), Content = content, Mentions = [new User { Id = new Snowflake(30), Username = "ada", GlobalName = "Ada" }] };

        Assert.Equal(plain, PlainText.Of(message, Bot));
    }
}
