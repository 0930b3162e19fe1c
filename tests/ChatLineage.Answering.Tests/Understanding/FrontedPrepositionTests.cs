using ChatLineage.Answering.Understanding;

namespace ChatLineage.Answering.Tests.Understanding;

public sealed class FrontedPrepositionTests
{
    [Theory]
    [InlineData("on what was Alpaca built", "what was Alpaca built on")]
    [InlineData("Under which licence is Vicuna published?", "which licence is Vicuna published Under?")]
    [InlineData("by whom was LLaMA released??", "whom was LLaMA released by??")]
    [InlineData("what was Alpaca built on", "what was Alpaca built on")]
    [InlineData("on 3 March what happened", "on 3 March what happened")]
    public void Move_puts_the_preposition_where_the_verb_has_it(string text, string moved) => Assert.Equal(moved, FrontedPreposition.Move(text));
}
