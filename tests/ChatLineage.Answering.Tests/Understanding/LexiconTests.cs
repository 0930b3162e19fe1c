using ChatLineage.Answering.Understanding;
using ChatLineage.Answering.Understanding.Shape;
using ChatLineage.Answering.Understanding.Words;

namespace ChatLineage.Answering.Tests.Understanding;

/// <summary>Conventions of the lexicon's text.</summary>
public sealed class LexiconTests
{
    private static readonly List<(string Cue, string Phrase)> Phrases =
    [
        .. LexiconText.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(':', 2))
            .SelectMany(parts => parts[1].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), (parts, phrase) => (parts[0].Trim(), phrase)),
    ];

    [Fact]
    public void Text_has_a_phrase_for_every_topic()
    {
        Assert.NotEmpty(Phrases);
        var topics = Phrases.Select(each => each.Cue.Contains(' ', StringComparison.Ordinal) ? nameof(Topic.Relation) : each.Cue).ToHashSet();
        Assert.All(Enum.GetNames<Topic>(), topic => Assert.Contains(topic, topics));
    }

    [Fact]
    public void Text_every_phrase_is_found_whole()
    {
        foreach (var (cue, phrase) in Phrases)
        {
            string?[] words = [.. Tokenizer.Tokens(phrase).Select(token => token.Text)];
            var match = Lexicon.Match(words, 0);
            Assert.True(match?.Length == words.Length, $"'{phrase}' of {cue} is not found");
        }
    }

    // The first line that holds a phrase wins: the same phrase in a later one is dead text.
    [Fact]
    public void Text_no_phrase_stands_twice() =>
        Assert.Empty(Phrases.GroupBy(each => string.Join(' ', Tokenizer.Tokens(each.Phrase).Select(token => token.Text)))
            .Where(group => group.Count() > 1)
            .Select(group => group.Key));
}
