using System.Text;
using ChatLineage.Answering;
using ChatLineage.Chat.Platforms;
using ChatLineage.Chat.Rendering;
using ChatLineage.Testing.Answers;

namespace ChatLineage.Chat.Tests.Rendering;

/// <summary>Answers that do not fit into one message.</summary>
public sealed class LengthTests
{
    [Theory]
    [InlineData(Dialect.Plain)]
    [InlineData(Dialect.Markdown)]
    public void Render_any_limit_is_kept(Dialect dialect)
    {
        var answer = Long(sentences: 12, sources: 8);

        for (var length = 200; length < 3000; length += 37)
        {
            var reply = AnswerRenderer.For(dialect).Render(answer, Limits.Of(length));
            Assert.All(reply.Continued.Prepend(reply.Text), text => Assert.InRange(text.Length, 1, length));
        }
    }

    [Fact]
    public void Render_too_long_for_one_message_goes_on_in_the_next_with_nothing_lost()
    {
        var answer = Long(sentences: 12, sources: 8);
        var whole = AnswerRenderer.For(Dialect.Plain).Render(answer, Limits.None);

        var reply = AnswerRenderer.For(Dialect.Plain).Render(answer, Limits.Of(1000));

        Assert.NotEmpty(reply.Continued);
        Assert.Equal(Words(whole.Text), Words(string.Join('\n', [reply.Text, .. reply.Continued])));
    }

    [Theory]
    [InlineData(Dialect.Plain, "\n")]
    [InlineData(Dialect.DiscordMarkdown, "\n-# ")]
    public void Render_sources_too_long_where_a_button_shows_them_all_stays_one_message(Dialect dialect, string before)
    {
        var answer = Long(sentences: 4, sources: 12);
        var renderer = AnswerRenderer.For(dialect);

        var reply = renderer.Render(answer, Limits.Of(900) with { Buttons = true });

        Assert.Empty(reply.Continued);
        Assert.Equal(renderer.Render(answer, Limits.None).Body, reply.Body);
        Assert.Matches(before + @"and \d+ more$", reply.Sources);
    }

    [Fact]
    public void Render_too_long_for_three_messages_goes_into_a_file_that_holds_everything()
    {
        var answer = Long(sentences: 60, sources: 30);

        var reply = AnswerRenderer.For(Dialect.Markdown).Render(answer, Limits.Of(500, fileBytes: 100_000));

        var file = Assert.Single(reply.Attachments);
        var text = Encoding.UTF8.GetString([.. file.Content]);
        Assert.All(answer.Sentences, sentence => Assert.Contains(sentence.Text.TrimEnd('.'), text, StringComparison.Ordinal));
        Assert.All(answer.Citations, citation => Assert.Contains(citation.Source.Url, text, StringComparison.Ordinal));
        Assert.Contains("in the file", reply.Text, StringComparison.Ordinal);
        Assert.InRange(reply.Text.Length, 1, 500);
        Assert.Empty(reply.Continued);
    }

    [Fact]
    public void Render_too_long_where_no_file_fits_says_how_many_sources_are_left_out()
    {
        var answer = Long(sentences: 4, sources: 40);

        var reply = AnswerRenderer.For(Dialect.Plain).Render(answer, Limits.Of(600));

        Assert.Matches(@"\nand \d+ more$", reply.Sources);
    }

    [Fact]
    public void Render_text_too_long_where_no_file_fits_ends_after_a_sentence()
    {
        var reply = AnswerRenderer.For(Dialect.Plain).Render(Long(sentences: 60, sources: 1), Limits.Of(300));

        Assert.Matches(@"\[1\]\. …$", reply.Body);
    }

    private static Answer Long(int sentences, int sources)
    {
        var builder = new AnswerBuilder();
        for (var number = 1; number <= sources; number++)
            builder.Source($"s{number}", $"Title of source {number}", "A publisher", $"https://example.org/sources/{number}");
        for (var number = 1; number <= sentences; number++)
            builder.Say($"Sentence {number} says what model {number} was built on, 🦙 and by whom.", ((number - 1) % sources) + 1);
        return builder.Build();
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
