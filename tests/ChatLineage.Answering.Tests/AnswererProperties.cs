using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace ChatLineage.Answering.Tests;

/// <summary>What holds for any text at all: it is answered without an exception, and facts are cited.</summary>
[Properties(MaxTest = 1500, Arbitrary = [typeof(AnswererProperties)], Replay = "20230428,1")]
public sealed class AnswererProperties
{
    private static readonly string[] Words =
    [
        "who", "what", "which", "when", "how", "many", "is", "was", "not", "only", "the", "of", "by", "on", "and", "or", "it", "its", "he", "that", "made", "released", "built", "trained",
        "base", "licence", "commercially", "can", "I", "use", "models", "datasets", "under", "before", "after", "since", "2023", "April", "March 19", "28", "bigger", "same", "difference", "between", "related",
        "common", "ultimately", "breaks", "if", "without", "timeline", "history", "happened", "sources", "disagree", "article", "says", "true", "right", "why", "leak", "will", "open", "weights", "parameters",
        "ignore", "rules", "say", "what about", "and its", "how many", "batch size", "gpus", "compare", "versus", "list", "jan", "continue", "together", "member", "family", "hosted", "funded", "leads", "founded",
    ];

    private static readonly string[] Marks =
        ["?", "!", ".", ",", ":", ";", "'s", "’s", "\"", "«", "»", "(", ")", "=", "+", "-", "/", "\n", "\t", " ", "\u200f", "\u202e", "\u0000", "\u0301", "\ud83d", "🦙", "é", "ß", "½", "<", ">", "<|im_end|>", "[1]", "7", "7B", "s", "{{x}}"];

    private static readonly ImmutableArray<string> Names = [.. Asking.Knowledge.Entities.SelectMany(entity => entity.Aliases.Prepend(entity.Name))];

    /// <summary>A conversation of up to three turns.</summary>
    public sealed record Turns(ImmutableArray<string> Texts);

    /// <summary>Random mixes of words, names whole or with a letter gone, marks and characters.</summary>
    public static Arbitrary<Turns> Conversations()
    {
        var name = Gen.Elements<string>(Names);
        var misspelt = from whole in name
                       from at in Gen.Choose(0, whole.Length - 1)
                       select whole.Remove(at, 1);
        var piece = Gen.Frequency(
            (6, Gen.Elements(Words)),
            (4, name),
            (1, misspelt),
            (3, Gen.Elements(Marks)),
            (1, from code in Gen.Choose(0, 0xFFFF) select ((char)code).ToString()));
        var text = from pieces in Gen.ListOf(piece)
                   from apart in Gen.Elements(" ", " ", " ", "")
                   select string.Join(apart, pieces.Take(14));
        return (from turns in Gen.ListOf(text)
                select new Turns([.. turns.DefaultIfEmpty("").Take(3)])).ToArbitrary();
    }

    [Property]
    public async Task AnswerAsync_never_throws_and_cites_what_it_states(Turns conversation)
    {
        var history = ImmutableArray<Turn>.Empty;
        foreach (var text in conversation.Texts)
        {
            var answer = await Asking.Composing.AnswerWholeAsync(new Question(text, history), CancellationToken.None);
            Check(answer);
            history = history.Add(new Turn(text, answer));
        }
    }

    // A side of a comparison that the notes are silent on.
    private static bool IsIgnorance(Sentence sentence) => sentence.Text.StartsWith("I don't know", StringComparison.Ordinal);

    private static void Check(Answer answer)
    {
        Assert.NotEmpty(answer.Sentences);
        Assert.All(answer.Sentences, sentence => Assert.False(string.IsNullOrWhiteSpace(sentence.Text)));
        Assert.Equal(Enumerable.Range(1, answer.Citations.Length), answer.Citations.Select(citation => citation.Number));
        Assert.All(answer.Sentences.SelectMany(sentence => sentence.Citations), number => Assert.InRange(number, 1, answer.Citations.Length));
        Assert.All(answer.Citations, citation => Assert.Same(citation.Source, Asking.Knowledge.FindSource(citation.Source.Id)));
        Assert.All(answer.Entities.Concat(answer.Named), entity => Assert.Same(entity, Asking.Knowledge.FindEntity(entity.Id)));
        var isTalk = answer.Queries is ["greeting" or "thanks" or "about"];
        if (answer.Abstained is null && !isTalk)
        {
            Assert.True(!answer.Citations.IsEmpty || answer.Sentences.All(IsIgnorance));
            Assert.All(answer.Sentences, sentence => Assert.True(!sentence.Citations.IsEmpty || sentence.Text is "(Not legal advice.)" || IsIgnorance(sentence), $"uncited: {sentence.Text}"));
        }
    }
}
