using ChatLineage.Answering.Understanding;

namespace ChatLineage.Answering.Tests.Understanding;

public sealed class QuestionPartsTests
{
    [Theory]
    [InlineData("who made Alpaca and on what was it trained?", "who made Alpaca|on what was it trained?")]
    [InlineData("Who founded Stability AI? And what did his company release?", "Who founded Stability AI|what did his company release?")]
    [InlineData("whats vicuna built on, who made it n when", "whats vicuna built on|who made it|when")]
    [InlineData("Vicuna, who made it", "Vicuna, who made it")]
    [InlineData("which came first, Alpaca and Vicuna", "which came first, Alpaca and Vicuna")]
    [InlineData("is it true that Vicuna and Alpaca share a base", "is it true that Vicuna and Alpaca share a base")]
    [InlineData("a and b, then what", "a and b, then what")]
    [InlineData("", "")]
    public void Of_text_gives_each_question_that_it_asks(string text, string parts) => Assert.Equal(parts, string.Join('|', QuestionParts.Of(text)));
}
