using ChatLineage.Retrieval.Text;

namespace ChatLineage.Retrieval.Tests.Text;

public sealed class QuestionWordsTests
{
    [Theory]
    [InlineData("what is Vicuna built on?", "\"Vicuna\" \"built\"")]
    [InlineData("was GPT-3.5 leaked, or gpt-4", "\"GPT-3.5\" \"leaked\" \"gpt-4\"")]
    [InlineData("what's HuggingChat's base", "\"HuggingChat\" \"base\"")]
    [InlineData("LLaMA llama LLAMA", "\"LLaMA\"")]
    [InlineData("who is it", "\"who\" \"is\" \"it\"")]
    [InlineData("open/closed", "\"open\" \"closed\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("x\0y", "\"xy\"")]
    [InlineData("AND weights OR", "\"weights\"")]
    [InlineData("(weights*) \"leaked\"", "\"weights\" \"leaked\"")]
    [InlineData("?! -- *", "")]
    public void Of_question_gives_its_telling_words_quoted(string question, string words) =>
        Assert.Equal(words, string.Join(' ', QuestionWords.Of(question)));

    [Fact]
    public void Of_long_text_is_cut() => Assert.Equal(32, QuestionWords.Of(string.Join(' ', Enumerable.Range(0, 500))).Count);
}
