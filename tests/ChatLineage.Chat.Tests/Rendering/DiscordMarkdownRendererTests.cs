using System.Globalization;
using ChatLineage.Chat.Platforms;
using ChatLineage.Chat.Rendering;
using ChatLineage.Testing.Answers;
using ChatLineage.Testing.Discord.Markdown;

namespace ChatLineage.Chat.Tests.Rendering;

public sealed class DiscordMarkdownRendererTests
{
    private static readonly AnswerRenderer Renderer = AnswerRenderer.For(Dialect.DiscordMarkdown);
    private static readonly PlatformCapabilities Discord =
        new() { Dialect = Dialect.DiscordMarkdown, Updating = Updating.Edit, MaxTextLength = 2000, MaxFileBytes = 10_000_000 };

    [Fact]
    public void Render_answer_links_citations_and_titles_without_previews()
    {
        var reply = Renderer.Render(AnswerBuilder.StableLM, Discord);

        Assert.Equal(@"StableLM came out on 19 April 2023 [\[1\]](<https://example.org/stablelm>). One article says 19 March \[2\].", reply.Body);
        Assert.Equal(
            """
            -# Sources
            -# \[1\] [StableLM repository](<https://example.org/stablelm>), Stability AI, 19 April 2023
            -# \[2\] The open-source AI boom, A Magazine, May 2023
            """.ReplaceLineEndings("\n"),
            reply.Sources);
    }

    [Fact]
    public void Render_hostile_notes_show_what_they_say_and_do_nothing()
    {
        var answer = new AnswerBuilder()
            .Source("s", "# [Free](https://evil.example) @here", "<@&99> **P**", "https://example.org/@everyone?a=>)||")
            .Say("# @everyone [click](https://evil.example) <@42> </ask:1> ||x|| `y` **GPT_neo_x**.", 1)
            .Build();

        var reply = Renderer.Render(answer, Discord);

        Assert.Empty(DiscordMarkdown.Pings(reply.Text));
        Assert.Equal("# @\u200Beveryone [click](https://evil.example) <@42> </ask:1> ||x|| `y` **GPT_neo_x** [1].", DiscordMarkdown.Visible(reply.Body));
        Assert.All(
            DiscordMarkdown.Read(reply.Body).Where(span => span.Kind != DiscordSpanKind.Text),
            span => Assert.Equal((DiscordSpanKind.Link, "https://example.org/%40everyone?a=%3E%29%7C%7C"), (span.Kind, span.Address)));
    }

    [Fact]
    public void Render_long_answer_keeps_links_whole_in_every_message()
    {
        var builder = new AnswerBuilder();
        for (var number = 1; number <= 12; number++)
        {
            builder.Source($"s{number}", $"Source [{number}] of many_words", "A Publisher", $"https://example.org/a/rather/long/address/{number}?with=values");
            builder.Say(string.Create(CultureInfo.InvariantCulture, $"Sentence {number} says a good deal about open_models and their *lineage* in many more words than it needs."), number);
        }

        var answer = builder.Build();
        var reply = Renderer.Render(answer, Discord);
        string[] messages = [reply.Text, .. reply.Continued];

        Assert.InRange(messages.Length, 2, 3);
        Assert.All(messages, message => Assert.InRange(message.Length, 1, 2000));
        var links = messages.SelectMany(message => All(DiscordMarkdown.Read(message))).Where(span => span.Kind == DiscordSpanKind.Link).ToList();
        Assert.Equal(24, links.Count);
        Assert.All(links, link => Assert.StartsWith("https://example.org/a/rather/long/address/", link.Address, StringComparison.Ordinal));
        Assert.All(messages.SelectMany(message => All(DiscordMarkdown.Read(message))), span => Assert.Contains(
            span.Kind, (DiscordSpanKind[])[DiscordSpanKind.Text, DiscordSpanKind.Link, DiscordSpanKind.Small, DiscordSpanKind.Break]));
    }

    [Fact]
    public void Render_growing_answer_does_not_link() =>
        Assert.Equal(@"StableLM came out on 19 April 2023 \[1\]. One article says 19 March \[2\].", Renderer.Render(AnswerBuilder.StableLM.Sentences).Text);

    private static IEnumerable<DiscordSpan> All(IEnumerable<DiscordSpan> spans) => spans.SelectMany(span => All(span.Inner).Prepend(span));
}
