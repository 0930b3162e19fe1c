using ChatLineage.Answering.Understanding.Names;
using ChatLineage.Answering.Understanding.Words;

namespace ChatLineage.Answering.Tests.Understanding.Names;

public sealed class DescriptionsTests
{
    private static readonly Descriptions Found = new(Asking.Knowledge);

    [Theory]
    [InlineData("how many messages are in LAION's crowd sourced volunteers set", "oasst1")]
    [InlineData("the crowd sourced LAION dataset: licence?", "oasst1")]
    public void Resolve_words_of_a_detail_beside_the_maker_mean_the_thing(string text, string ids) => Assert.Equal(ids, Resolved(text));

    [Theory]
    [InlineData("who works at LAION in Germany", "laion")]
    [InlineData("crowd sourced LAION datasets", "laion")]
    [InlineData("LAION discord server rules", "laion")]
    [InlineData("is Vicuna crowd sourced", "vicuna")]
    public void Resolve_words_that_tell_of_no_one_thing_leave_the_maker(string text, string ids) => Assert.Equal(ids, Resolved(text));

    private static string Resolved(string text)
    {
        var tokens = Tokenizer.Tokens(text);
        return string.Join(' ', Found.Resolve(tokens, Asking.Linker.Link(text, tokens)).Select(mention => mention.Entity.Id));
    }
}
