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
        var reply = Renderer.Render(AnswerBuilder.StableLM, int.MaxValue);

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
        var reply = Renderer.Render(new AnswerBuilder().Say("Hello. Ask me about models.").Build(), int.MaxValue);

        Assert.Equal("Hello. Ask me about models.", reply.Text);
        Assert.Null(reply.Sources);
    }

    [Fact]
    public void Render_growing_answer_is_a_prefix_of_the_whole()
    {
        var whole = Renderer.Render(AnswerBuilder.StableLM, int.MaxValue);
        var part = Renderer.Render(AnswerBuilder.StableLM.Sentences.Take(1));

        Assert.StartsWith(part.Body, whole.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(150)]
    [InlineData(120)]
    [InlineData(60)]
    [InlineData(10)]
    public void Render_any_limit_is_kept(int maxLength)
    {
        var reply = Renderer.Render(AnswerBuilder.StableLM, maxLength);

        Assert.InRange(reply.Text.Length, 1, maxLength);
    }

    [Fact]
    public void Render_room_for_one_source_says_how_many_are_left_out()
    {
        var whole = Renderer.Render(AnswerBuilder.StableLM, int.MaxValue);

        var reply = Renderer.Render(AnswerBuilder.StableLM, whole.Text.Length - 1);

        Assert.Equal(whole.Body, reply.Body);
        Assert.EndsWith("\nand 1 more", reply.Sources, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_text_too_long_ends_after_a_sentence()
    {
        var reply = Renderer.Render(AnswerBuilder.StableLM, 50);

        Assert.Equal("StableLM came out on 19 April 2023 [1]. …", reply.Text);
    }

    [Fact]
    public void Render_cut_never_splits_a_character()
    {
        var reply = Renderer.Render(new AnswerBuilder().Say(string.Concat(Enumerable.Repeat("🦙", 60))).Build(), 31);

        Assert.All(reply.Text.EnumerateRunes(), rune => Assert.NotEqual(System.Text.Rune.ReplacementChar, rune));
        Assert.InRange(reply.Text.Length, 20, 31);
    }
}
