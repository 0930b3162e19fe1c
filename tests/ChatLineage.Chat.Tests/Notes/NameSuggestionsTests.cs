using ChatLineage.Chat.Notes;
using ChatLineage.Knowledge;
using ChatLineage.Testing.Notes;

namespace ChatLineage.Chat.Tests.Notes;

public sealed class NameSuggestionsTests
{
    private static readonly NameSuggestions Suggestions = new(LineageNotes.Knowledge);

    [Theory]
    [InlineData("stablev", "StableVicuna")]
    [InlineData("STABLE vic", "StableVicuna")]
    [InlineData("vicuna", "Vicuna")]
    [InlineData("alpaca", "Alpaca")]
    public void For_typed_letters_gives_the_name_that_begins_so_first(string typed, string name) => Assert.Equal(name, Suggestions.For(typed, 5)[0]);

    [Fact]
    public void For_letters_within_a_name_finds_it() => Assert.Contains("StableVicuna", Suggestions.For("vicun", 25));

    [Fact]
    public void For_nothing_gives_the_entities_with_the_most_claims()
    {
        var names = Suggestions.For("", 3);

        Assert.Equal(3, names.Length);
        Assert.Contains("LLaMA", names);
    }

    [Fact]
    public void For_letters_that_fit_nothing_gives_nothing() => Assert.Empty(Suggestions.For("zzzzqq", 5));

    [Fact]
    public void For_signs_only_is_as_good_as_nothing() => Assert.NotEmpty(Suggestions.For("<@&!>", 5));

    [Fact]
    public void For_empty_notes_gives_nothing() => Assert.Empty(new NameSuggestions(KnowledgeBase.Empty).For("a", 5));
}
