using ChatLineage.Chat.Platforms;
using ChatLineage.Chat.Rendering;
using ChatLineage.Testing.Answers;

namespace ChatLineage.Chat.Tests.Rendering;

public sealed class MarkdownRendererTests
{
    private static readonly AnswerRenderer Renderer = AnswerRenderer.For(Dialect.Markdown);

    [Fact]
    public void Render_answer_links_citations_and_titles()
    {
        var reply = Renderer.Render(AnswerBuilder.StableLM, Limits.None);

        Assert.Equal(@"StableLM came out on 19 April 2023 [\[1\]](https://example.org/stablelm). One article says 19 March \[2\].", reply.Body);
        Assert.Equal(
            """
            **Sources**
            1. [StableLM repository](https://example.org/stablelm), Stability AI, 19 April 2023
            2. The open-source AI boom, A Magazine, May 2023
            """,
            reply.Sources);
    }

    [Fact]
    public void Render_markup_in_text_is_escaped()
    {
        var answer = new AnswerBuilder()
            .Source("s", "A [title](x)", "P_Q", "https://example.org/a(b) c")
            .Say("GPT_neo_x uses *all* of `it` <b>here</b>.", 1)
            .Build();

        var reply = Renderer.Render(answer, Limits.None);

        Assert.Equal(@"GPT\_neo\_x uses \*all\* of \`it\` \<b\>here\</b\> [\[1\]](https://example.org/a%28b%29%20c).", reply.Body);
        Assert.Contains(@"1. [A \[title\](x)](https://example.org/a%28b%29%20c), P\_Q", reply.Sources, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_growing_answer_does_not_link()
    {
        var reply = Renderer.Render(AnswerBuilder.StableLM.Sentences);

        Assert.Equal(@"StableLM came out on 19 April 2023 \[1\]. One article says 19 March \[2\].", reply.Text);
    }
}
