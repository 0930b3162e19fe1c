using ChatLineage.Evaluation.Measures;

namespace ChatLineage.Evaluation.Tests.Measures;

public sealed class RanksTests
{
    [Fact]
    public void Of_answer_is_what_it_is_about_then_what_it_names_each_once()
    {
        var answer = EvaluationBuilder.Answer() with
        {
            Entities = EvaluationBuilder.Entities("a", "b"),
            Named = EvaluationBuilder.Entities("b", "c")
        };

        Assert.Equal<string>(["a", "b", "c"], Ranks.Of(answer));
    }

    [Theory]
    [InlineData("a b c d e f", "a f", 0.5)]
    [InlineData("a b", "b a", 1)]
    [InlineData("a b", "x", 0)]
    public void RecallAtK_counts_the_first_five(string ranking, string supporting, double expected) =>
        Assert.Equal(expected, Ranks.RecallAtK([.. ranking.Split(' ')], [.. supporting.Split(' ')]));

    [Theory]
    [InlineData("a b c", "c b", 0.5)]
    [InlineData("a b c", "a", 1)]
    [InlineData("a b c", "x", 0)]
    public void ReciprocalRank_looks_for_the_first(string ranking, string supporting, double expected) =>
        Assert.Equal(expected, Ranks.ReciprocalRank([.. ranking.Split(' ')], [.. supporting.Split(' ')]));

    [Fact]
    public void Measures_without_supporting_entities_are_none()
    {
        Assert.Null(Ranks.RecallAtK(["a"], []));
        Assert.Null(Ranks.ReciprocalRank(["a"], []));
    }
}
