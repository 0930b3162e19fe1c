using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Notes;
using ChatLineage.Knowledge.Prose;
using ChatLineage.Knowledge.Yaml;

namespace ChatLineage.Knowledge.Tests.Prose;

public sealed class ProseReaderTests
{
    [Theory]
    [InlineData("A is one.[^a] B is two.[^b][^c]", "A is one. {a}|B is two. {b,c}")]
    [InlineData("It is v1.5 of Llama 3.1, e.g. the 8B one.[^a]", "It is v1.5 of Llama 3.1, e.g. the 8B one. {a}")]
    [InlineData("Made by Dr. Smith and J. Doe et al. In Berlin.[^a]", "Made by Dr. Smith and J. Doe et al. In Berlin. {a}")]
    [InlineData("Banned in the U.S. Army.[^a]", "Banned in the U.S. Army. {a}")]
    [InlineData("No source here. But here.[^a]", "No source here. {}|But here. {a}")]
    [InlineData("First claim[^a], second claim.[^b]", "First claim, second claim. {a,b}")]
    [InlineData("The note stands before the stop[^a]. Next one.[^b]", "The note stands before the stop. {a}|Next one. {b}")]
    [InlineData("He said “no.”[^a] She went!\n[^b]", "He said “no.” {a}|She went! {b}")]
    [InlineData("No stop at the end[^a]", "No stop at the end {a}")]
    [InlineData("**Bold** and [a link](https://x.org) and `code`.[^a]", "Bold and a link and code. {a}")]
    [InlineData("Over two\nlines.[^a]", "Over two lines. {a}")]
    [InlineData("GPT-4. 7B models followed.[^a]", "GPT-4. {}|7B models followed. {a}")]
    [InlineData("- one.[^a]\n- two.[^b]", "one. {a}|two. {b}")]
    [InlineData("```\ncode. Not prose.\n```\n\nProse.[^a]", "Prose. {a}")]
    [InlineData("Twice.[^a][^a]", "Twice. {a}")]
    [InlineData("AT&amp;T \\*stars\\*.[^a]", "AT&T *stars*. {a}")]
    [InlineData("Empty.[^]", "Empty. {}")]
    public void Read_prose_gives_sentences_with_their_sources(string body, string expected)
    {
        var sentences = ProseReader.Read(NoteWith(body)).SelectMany(section => section.Sentences);

        Assert.Equal(expected,
            string.Join('|', sentences.Select(each => $"{each.Text} {{{string.Join(',', each.SourceIds.Where(id => id.Length > 0))}}}")));
    }

    [Fact]
    public void Read_headings_starts_sections()
    {
        var sections = ProseReader.Read(NoteWith("Lead.[^a]\n\n## What came of *it*\n\nMore.[^b]\n\n# Empty\n"));

        Assert.Equal(["", "What came of it", "Empty"], sections.Select(section => section.Heading ?? ""));
        Assert.Equal([1, 1, 0], sections.Select(section => section.Sentences.Length));
    }

    [Fact]
    public void Read_places_are_those_of_the_file()
    {
        var sentences = ProseReader.Read(NoteWith("One.[^a] Two\nis *long*.[^b]\n")).Single().Sentences;

        Assert.Equal(new Position(10, 10), sentences[1].At);
        Assert.Equal(new Located<string>("b", new Position(11, 11)), sentences[1].Footnotes.Single());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n ")]
    public void Read_without_prose_is_empty(string body) => Assert.Empty(ProseReader.Read(NoteWith(body)));

    [Fact]
    public void Read_nested_too_deeply_stops_without_exception()
    {
        Assert.Empty(ProseReader.Read(NoteWith(new string('>', 50_000) + " deep"), out var stopped));
        Assert.Equal(new Position(10, 1), stopped);
    }

    private static Note NoteWith(string body) => new()
    {
        Path = "models/x.md",
        Id = new Located<string>("x", new Position(2, 5)),
        Name = new Located<string>("X", new Position(3, 7)),
        Kind = EntityKind.Model,
        Body = body,
        BodyLine = 10,
    };
}
