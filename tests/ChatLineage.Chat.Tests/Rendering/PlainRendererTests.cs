using ChatLineage.Chat.Platforms;
using ChatLineage.Chat.Rendering;
using ChatLineage.Testing.Answers;

namespace ChatLineage.Chat.Tests.Rendering;

public sealed class PlainRendererTests
{
    private static readonly AnswerRenderer Renderer = AnswerRenderer.For(Dialect.Plain);

    [Fact]
    public void Render_answer_lists_numbers_titles_publishers_dates_and_addresses()
    {
        var reply = Renderer.Render(AnswerBuilder.StableLM, Limits.None);

        Assert.Equal("StableLM came out on 19 April 2023 [1]. One article says 19 March [2].", reply.Body);
        Assert.Equal(
            """
            Sources:
            [1] StableLM repository. Stability AI, 19 April 2023. https://example.org/stablelm
            [2] The open-source AI boom. A Magazine, May 2023.
            """,
            reply.Sources);
    }

    [Fact]
    public void Render_without_citations_has_no_sources()
    {
        var reply = Renderer.Render(new AnswerBuilder().Say("Hello. Ask me about models.").Build(), Limits.None);

        Assert.Equal("Hello. Ask me about models.", reply.Text);
        Assert.Null(reply.Sources);
    }

    [Fact]
    public void Render_growing_answer_is_a_prefix_of_the_whole()
    {
        var whole = Renderer.Render(AnswerBuilder.StableLM, Limits.None);
        var part = Renderer.Render(AnswerBuilder.StableLM.Sentences.Take(1));

        Assert.StartsWith(part.Body, whole.Body, StringComparison.Ordinal);
    }
}
