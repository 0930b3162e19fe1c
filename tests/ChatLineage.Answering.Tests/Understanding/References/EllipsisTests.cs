using ChatLineage.Answering.Understanding.References;

namespace ChatLineage.Answering.Tests.Understanding.References;

public sealed class EllipsisTests
{
    [Theory]
    [InlineData("on what", "who trained olmo", "what was OLMo trained on")]
    [InlineData("from what model?", "who tunes it", "what was OLMo fine-tuned from")]
    public void WrittenOut_with_a_verb_before_borrows_it(string part, string before, string written) =>
        Assert.Equal(written, Ellipsis.WrittenOut(part, before, "OLMo"));

    [Theory]
    [InlineData("on what day", "who trained olmo")]
    [InlineData("on what", "who leads olmo")]
    public void WrittenOut_of_a_whole_question_or_without_a_verb_is_null(string part, string before) =>
        Assert.Null(Ellipsis.WrittenOut(part, before, "OLMo"));
}
