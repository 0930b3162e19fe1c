using ChatLineage.Answering.Drafting;

namespace ChatLineage.Answering.Tests.Drafting;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("It is A [1]. It is B [2].", "It is A [1].|It is B [2].")]
    [InlineData("It is A. [1][2] It is B. [3]", "It is A. [1][2]|It is B. [3]")]
    [InlineData("It is A.[1] It is B.[2]", "It is A.[1]|It is B.[2]")]
    [InlineData("Vicuna v1.5 follows Llama 3.1 [1]. Next [2].", "Vicuna v1.5 follows Llama 3.1 [1].|Next [2].")]
    [InlineData("Some sets, e.g. OASST1, i.e. dialogues, were used [1]. More [2].", "Some sets, e.g. OASST1, i.e. dialogues, were used [1].|More [2].")]
    [InlineData("No. StableVicuna is a tune of Vicuna [1]. It is new [2].", "No. StableVicuna is a tune of Vicuna [1].|It is new [2].")]
    [InlineData("Yes. It does [1].", "Yes. It does [1].")]
    [InlineData("mergekit is by Charles O. Goddard [1]. It merges [2].", "mergekit is by Charles O. Goddard [1].|It merges [2].")]
    [InlineData("Which one? The second [1]! Really [2].", "Which one?|The second [1]!|Really [2].")]
    [InlineData("First [1]\nSecond [2]", "First [1]|Second [2]")]
    [InlineData("It uses llama.cpp [1]. llama.cpp is fast [2].", "It uses llama.cpp [1].|llama.cpp is fast [2].")]
    [InlineData("Released by H2O.ai on 16 June 2023 [1]. ", "Released by H2O.ai on 16 June 2023 [1].")]
    [InlineData("The U.S. lab made it [1].", "The U.S. lab made it [1].")]
    [InlineData("He said \"done.\" [1] Then left [2].", "He said \"done.\" [1]|Then left [2].")]
    [InlineData("Unfinished [1", "Unfinished [1")]
    [InlineData("  \n \n", "")]
    [InlineData("...", "...")]
    public void Push_text_in_any_pieces_gives_the_same_sentences(string text, string expected)
    {
        Assert.Equal(expected, string.Join('|', Split(text, text.Length)));
        for (var size = 1; size <= 5; size++)
            Assert.Equal(expected, string.Join('|', Split(text, size)));
    }

    [Fact]
    public void Push_gives_a_sentence_as_soon_as_the_next_one_begins()
    {
        var splitter = new SentenceSplitter();
        Assert.Empty(splitter.Push("It is A [1]"));
        Assert.Empty(splitter.Push(". "));
        Assert.Equal(["It is A [1]."], splitter.Push("T"));
    }

    private static List<string> Split(string text, int size)
    {
        var splitter = new SentenceSplitter();
        var sentences = new List<string>();
        for (var at = 0; at < text.Length; at += size)
            sentences.AddRange(splitter.Push(text.Substring(at, Math.Min(size, text.Length - at))));
        sentences.AddRange(splitter.Finish());
        return sentences;
    }
}
