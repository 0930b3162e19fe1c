using ChatLineage.LocalModel.Generation;
using ChatLineage.LocalModel.Tests.Support;

namespace ChatLineage.LocalModel.Tests.Generation;

public sealed class TokenTextTests
{
    [Fact]
    public void Append_character_of_several_tokens_comes_with_the_last()
    {
        var text = new TokenText(new FakeModel());

        var pieces = FakeModel.Encode("a🦙é").Select(text.Append).ToArray();

        Assert.Equal(["a", "", "", "", "🦙", "", "é"], pieces);
    }

    [Fact]
    public void Append_control_token_adds_nothing()
    {
        Assert.Equal("", new TokenText(new FakeModel()).Append(FakeModel.TurnEnd));
    }
}
