using System.Collections.Immutable;
using ChatLineage.Answering.Search;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Retrieval.Text;

namespace ChatLineage.Retrieval.Tests.Text;

public sealed class TextIndexTests
{
    [Theory]
    [InlineData("licensing", 0)]
    [InlineData("LICENSED", 0)]
    [InlineData("cafe", 1)]
    [InlineData("gpt-3.5", 2)]
    [InlineData("disputes", 3)]
    [InlineData("bert", 4)]
    [InlineData("ernie", 4)]
    public void Search_word_in_another_form_or_column_is_found(string word, int place)
    {
        using var index = new TextIndex(
        [
            Chunk("It was licensed."),
            Chunk("A Café in Paris."),
            Chunk("It came from GPT-3.5 outputs."),
            Chunk("It says 3 and 5 about gpt.", heading: "Disputes"),
            Chunk("It is big.", new Entity { Id = "b", Name = "Bert", Kind = EntityKind.Model, Aliases = ["Ernie"] }),
        ]);

        Assert.Equal([place], index.Search(word, 10, CancellationToken.None));
    }

    [Fact]
    public void Search_rare_word_leads_and_limit_holds()
    {
        var chunks = Enumerable.Range(0, 50).Select(number => Chunk($"A common sentence of number n{number}.")).ToImmutableArray();
        using var index = new TextIndex(chunks);

        var places = index.Search("common n31", 5, CancellationToken.None);

        Assert.Equal(5, places.Count);
        Assert.Equal(31, places[0]);
    }

    [Fact]
    public void Search_only_very_common_words_still_finds()
    {
        var chunks = Enumerable.Range(0, 7_000).Select(number => Chunk($"Common and usual {number % 3}.")).ToImmutableArray();
        using var index = new TextIndex(chunks);

        Assert.Equal(10, index.Search("common usual", 10, CancellationToken.None).Count);
        Assert.Equal(10, index.Search("common usual", 10, CancellationToken.None).Count);
    }

    private static Chunk Chunk(string text, Entity? subject = null, string? heading = null) =>
        new(text, ChunkKind.Prose, subject, heading, text, [], []);
}
