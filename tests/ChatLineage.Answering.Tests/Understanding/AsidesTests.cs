using ChatLineage.Answering.Understanding;

namespace ChatLineage.Answering.Tests.Understanding;

public sealed class AsidesTests
{
    [Theory]
    [InlineData("whats gguf... or no wait what is ggml", "what is ggml")]
    [InlineData("explain the Pile in one line?", "explain the Pile?")]
    [InlineData("licence aside, what was it trained on", "what was it trained on")]
    [InlineData("quick question: who made Vicuna", "who made Vicuna")]
    [InlineData("what is Vicuna, in short", "what is Vicuna")]
    public void Remove_leaves_what_is_asked(string text, string asked) => Assert.Equal(asked, Asides.Remove(text));

    [Theory]
    [InlineData("in short")]
    [InlineData("bloom, no wait gpt-j")]
    [InlineData("is it so much in demand")]
    public void Remove_leaves_other_texts_alone(string text) => Assert.Equal(text, Asides.Remove(text));
}
