namespace ChatLineage.Answering.Tests.Checking;

public sealed class LabelledTextsTests
{
    private const double Floor = 0.9;

    [Theory]
    [InlineData("machines-that-code")]
    [InlineData("mistral-line")]
    [InlineData("pictures-from-noise")]
    public void Check_labelled_text_finds_and_judges_its_claims(string name)
    {
        var (outcomes, _) = LabelledTexts.Check(name);

        Assert.Equal(19, outcomes.Count);
        var wrong = outcomes.Where(outcome => !outcome.IsRight).ToList();
        Assert.True(wrong.Count <= outcomes.Count * (1 - Floor), string.Join("\n", wrong));
    }

    [Theory]
    [InlineData("machines-that-code")]
    [InlineData("mistral-line")]
    [InlineData("pictures-from-noise")]
    public void Check_labelled_text_contradicts_nothing_that_the_notes_support(string name) =>
        Assert.DoesNotContain(LabelledTexts.Check(name).Outcomes, outcome => outcome is { Label: "supported", Verdict: "contradicted" });

    [Theory]
    [InlineData("machines-that-code")]
    [InlineData("mistral-line")]
    [InlineData("pictures-from-noise")]
    public void Check_labelled_text_leaves_opinions_and_remarks_alone(string name) => Assert.Empty(LabelledTexts.Check(name).Unlabelled);
}
