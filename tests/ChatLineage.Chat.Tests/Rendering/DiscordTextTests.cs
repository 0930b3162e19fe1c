using System.Text;
using ChatLineage.Chat.Rendering;
using ChatLineage.Testing.Discord.Markdown;

namespace ChatLineage.Chat.Tests.Rendering;

/// <summary>What Discord's client and server make of text that was escaped.</summary>
public sealed class DiscordTextTests
{
    private static readonly string[] Pieces =
    [
        "@everyone", "@here", "@Everyone", "<@123>", "<@!123>", "<@&9>", "<#45>", "</ask:12>", "<:smile:99>", "<a:wave:99>", "<t:1618953630:R>", "<id:browse>", ":smile:",
        "**", "*", "__", "_", "~~", "||", "`", "```", "```cs\n", "> ", ">>> ", "# ", "## ", "-# ", "- ", "+ ", "1. ", "2) ", "[", "]", "(", ")", "[x](https://evil.example)", "](", "\\", "\\\\",
        "https://evil.example/a", "http://a", "<https://a>", "discord.gg/abc", "discord.com/invite/abc", "DISCORD.GG/x", "\n", "\r\n", "\u2028", " ", "  ", "a", "LLaMA-2_7b", "x*y*z", "\u202E", "\u0000", "\uD83D\uDE00", "\uD83D", "é", "1", ".", ":", "!", "@", "<", ">", "#", "|", "~",
    ];

    [Theory]
    [InlineData("@everyone look", "@\u200Beveryone look")]
    [InlineData("<@123> <#4> </ask:1> <:x:9> <t:1:R>", null)]
    [InlineData("**bold** _it_ ~~no~~ ||hid|| `code`", null)]
    [InlineData("# Title", null)]
    [InlineData("-# small", null)]
    [InlineData("- item", null)]
    [InlineData("1. item", null)]
    [InlineData("> quote", null)]
    [InlineData(">>> quote", null)]
    [InlineData("[click](https://evil.example)", null)]
    [InlineData("see https://evil.example and discord.gg/abc", null)]
    [InlineData("open_llama_3b_v2 at 3:4:5 :tada:", null)]
    public void Escape_markup_is_shown_as_it_was_written(string plain, string? visible)
    {
        var escaped = DiscordText.Escape(plain);

        Assert.All(DiscordMarkdown.Read(escaped), span => Assert.Equal(DiscordSpanKind.Text, span.Kind));
        Assert.Equal(visible ?? plain, DiscordMarkdown.Visible(escaped));
        Assert.Empty(DiscordMarkdown.Pings(escaped));
    }

    [Fact]
    public void Escape_plain_words_adds_nothing() =>
        Assert.Equal("Vicuna-13B (v0), by LMSYS; 2023-03-30. \"Fine\" & good!", DiscordText.Escape("Vicuna-13B (v0), by LMSYS; 2023-03-30. \"Fine\" & good!"));

    [Fact]
    public void Escape_anything_is_inert_and_on_one_line()
    {
        var random = new Random(16);
        for (var round = 0; round < 20_000; round++)
        {
            var plain = new StringBuilder();
            for (var count = random.Next(1, 9); count > 0; count--)
                plain.Append(Pieces[random.Next(Pieces.Length)]);
            var escaped = DiscordText.Escape(plain.ToString());

            Assert.All(DiscordMarkdown.Read(escaped), span => Assert.True(span.Kind == DiscordSpanKind.Text, $"{span.Kind} in {escaped} of {plain}"));
            Assert.Empty(DiscordMarkdown.Pings(escaped));
            Assert.DoesNotContain('\n', escaped);
            Assert.Equal(Seen(plain.ToString()), Seen(DiscordMarkdown.Visible(escaped)));
        }
    }

    [Fact]
    public void Link_anything_stays_one_link_to_that_address()
    {
        var random = new Random(17);
        for (var round = 0; round < 5_000; round++)
        {
            var address = "https://example.org/" + string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            if (!Uri.TryCreate(address, UriKind.Absolute, out _))
                continue;
            var link = DiscordText.Link(DiscordText.Label(Pieces[random.Next(Pieces.Length)] + "label" + Pieces[random.Next(Pieces.Length)]), address);

            var span = Assert.Single(DiscordMarkdown.Read(link));
            Assert.Equal(DiscordSpanKind.Link, span.Kind);
            Assert.StartsWith("https://example.org/", span.Address, StringComparison.Ordinal);
            Assert.All(span.Inner, inner => Assert.Equal(DiscordSpanKind.Text, inner.Kind));
            Assert.Empty(DiscordMarkdown.Pings(link));
        }
    }

    [Fact]
    public void Link_always_is_kept_from_unfolding() =>
        Assert.Equal(@"[\[1\]](<https://example.org/a%28b%29?c=d_e#f>)", DiscordText.Link(DiscordText.Label("[1]"), "https://example.org/a(b)?c=d_e#f"));

    /// <summary>The text without what is left out on purpose.</summary>
    private static string Seen(string text)
    {
        var kept = text.ReplaceLineEndings(" ").Where(sign => !char.IsControl(sign) && sign is not ('\u200B' or '\u202E'));
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(string.Concat(kept)));
    }
}
