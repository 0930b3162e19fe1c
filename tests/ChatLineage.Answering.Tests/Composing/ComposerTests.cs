using System.Collections.Immutable;
using ChatLineage.Answering.Composing;
using ChatLineage.Answering.Evidence;
using ChatLineage.Knowledge.Sources;

namespace ChatLineage.Answering.Tests.Composing;

public sealed class ComposerTests
{
    [Fact]
    public void Compose_numbers_sources_in_the_order_of_the_text()
    {
        var composer = new Composer();
        var sentences = composer.Compose(Result(Statement.Of("One.", Line("a")), Statement.Of("Two.", Line("b")), Statement.Of("Three.", Line("a"))));
        Assert.Equal(["One [1].", "Two [2].", "Three [1]."], sentences.Select(sentence => sentence.ToText()));
        Assert.Equal(["a", "b"], composer.Citations.Select(citation => citation.Source.Id));
        Assert.Equal([1, 2], composer.Citations.Select(citation => citation.Number));
    }

    [Fact]
    public void Compose_one_line_cites_its_two_best_sources_and_several_lines_the_best_of_each()
    {
        var sentences = new Composer().Compose(Result(
            Statement.Of("One.", Line("a", "b", "c")),
            Statement.Of("Two.", Line("d", "e"), Line("f", "a"))));
        Assert.Equal(["One [1][2].", "Two [3][4]."], sentences.Select(sentence => sentence.ToText()));
    }

    [Fact]
    public void Compose_says_nothing_twice_and_at_most_eight_things()
    {
        var statements = Enumerable.Range(0, 20).Select(number => Statement.Of($"Thing {number / 2}.", Line("a")));
        var sentences = new Composer().Compose(Result([.. statements]));
        Assert.Equal(Enumerable.Range(0, 8).Select(number => $"Thing {number}."), sentences.Select(sentence => sentence.Text));
    }

    [Fact]
    public void Compose_reply_that_states_no_fact_cites_nothing()
    {
        var composer = new Composer();
        Assert.Equal("Hello.", Assert.Single(composer.Compose(Result(Statement.Of("Hello.")))).ToText());
        Assert.Empty(composer.Citations);
    }

    [Theory]
    [InlineData("It came out.", "It came out [1][2].")]
    [InlineData("Which one do you mean?", "Which one do you mean [1][2]?")]
    [InlineData("(Aside)", "(Aside) [1][2]")]
    public void ToText_cites_before_the_last_mark(string text, string expected) =>
        Assert.Equal(expected, new Sentence(text, [1, 2]).ToText());

    private static QueryResult Result(params ImmutableArray<Statement> statements) => new() { Statements = statements };

    private static EvidenceLine Line(params string[] ids) =>
        new("A fact.", [.. ids.Select(id => new Source(id, id, "Maker", "https://example.org/" + id, null, SourceKind.ModelCard))], []);
}
