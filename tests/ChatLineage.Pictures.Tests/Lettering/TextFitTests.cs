using ChatLineage.Pictures.Lettering;
using SkiaSharp;

namespace ChatLineage.Pictures.Tests.Lettering;

public sealed class TextFitTests
{
    private static readonly SKFont Font = new(Typefaces.SemiBold, 20);

    [Theory]
    [InlineData("Vicuna", "Vicuna")]
    [InlineData("Anthropic HH-RLHF", "Anthropic|HH-RLHF")]
    [InlineData("OpenAssistant LLaMA 30B", "OpenAssistant|LLaMA 30B")]
    [InlineData("Megatron-Turing-NLG", "Megatron-|Turing-NLG")]
    [InlineData("Megatron-Turing-NLG with a name that never seems to end", "Megatron-|Turing-NLG…")]
    [InlineData("Donaudampfschifffahrt", "Donaudampfsc|hifffahrt")]
    [InlineData("Super-NaturalInstructions", "Super-|NaturalInstru…")]
    [InlineData("Donaudampfschifffahrtsgesellschaft", "Donaudampfsc|hifffahrtsges…")]
    public void Wrap_breaks_at_spaces_then_at_hyphens_then_in_words_then_cuts(string text, string expected) =>
        Assert.Equal(expected.Split('|'), TextFit.Wrap(text, Font, 150, 2));

    [Theory]
    [InlineData("a")]
    [InlineData("WWWWWWWWWWWWWWWWWWWWWWW")]
    [InlineData("many short words in a row that fill more lines than there are")]
    public void Wrap_lines_always_fit(string text) =>
    Assert.All(TextFit.Wrap(text, Font, 90, 3), line => Assert.True(Font.MeasureText(line) <= 90, line));
}
