using ChatLineage.Chat.Platforms;
using ChatLineage.Chat.Rendering;
using ChatLineage.Testing.Answers;

namespace ChatLineage.Chat.Tests.Rendering;

public sealed class MrkdwnRendererTests
{
    private static readonly AnswerRenderer Renderer = AnswerRenderer.For(Dialect.Mrkdwn);

    [Fact]
    public void Render_answer_links_citations_and_titles()
    {
        var reply = Renderer.Render(AnswerBuilder.StableLM, Limits.None);

        Assert.Equal("StableLM came out on 19 April 2023 <https://example.org/stablelm|[1]>. One article says 19 March [2].", reply.Body);
        Assert.Equal(
            """
            *Sources*
            [1] <https://example.org/stablelm|StableLM repository>, Stability AI, 19 April 2023
            [2] The open-source AI boom, A Magazine, May 2023
            """,
            reply.Sources);
    }

    [Fact]
    public void Render_address_cannot_end_its_link()
    {
        var answer = new AnswerBuilder().Source("s", "A <b> & c", "P", "https://example.org/a?b=1&c=|d>e").Say("It is so.", 1).Build();

        var reply = Renderer.Render(answer, Limits.None);

        Assert.Equal("It is so <https://example.org/a?b=1&amp;c=%7Cd%3Ee|[1]>.", reply.Body);
        Assert.Contains("[1] <https://example.org/a?b=1&amp;c=%7Cd%3Ee|A &lt;b&gt; &amp; c>, P", reply.Sources, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!channel> <@U1> <#C1> <https://x|y> & co", "&lt;!channel&gt; &lt;@U1&gt; &lt;#C1&gt; &lt;https://x|y&gt; &amp; co")]
    [InlineData("&lt;!here&gt;", "&amp;lt;!here&amp;gt;")]
    [InlineData("gpt_neo_x and 3*4", "gpt_neo_x and 3*4")]
    [InlineData("*all* of `it`", "\u200B*\u200Ball\u200B*\u200B of \u200B`\u200Bit\u200B`\u200B")]
    [InlineData("two\nlines", "two lines")]
    public void Escape_text_of_anybody_does_nothing(string plain, string escaped) => Assert.Equal(escaped, Renderer.Escape(plain));

    [Fact]
    public void Render_growing_answer_does_not_link()
    {
        var reply = Renderer.Render(AnswerBuilder.StableLM.Sentences);

        Assert.Equal("StableLM came out on 19 April 2023 [1]. One article says 19 March [2].", reply.Text);
    }

    [Fact]
    public void Split_never_breaks_an_entity()
    {
        var parts = TextSplitter.Split(string.Concat(Enumerable.Repeat("&amp;", 40)), 23);

        Assert.All(parts, part => Assert.Matches("^(&amp;)+$", part));
        Assert.Equal(40 * 5, parts.Sum(part => part.Length));
    }
}
