using ChatLineage.Evaluation.Baselines;

namespace ChatLineage.Evaluation.Tests.Baselines;

public sealed class BaselineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Regressions_of_the_same_run_are_none()
    {
        var report = new EvaluationReport([EvaluationBuilder.Right("a"), EvaluationBuilder.Wrong("b")]);

        Assert.Empty(Baseline.Of(report).Regressions(report));
    }

    [Fact]
    public void Regressions_name_what_was_right_and_not_what_was_wrong_or_is_new()
    {
        var before = Baseline.Of(new EvaluationReport([EvaluationBuilder.Right("a"), EvaluationBuilder.Wrong("b")]));

        var regressions =
            before.Regressions(
                new EvaluationReport([EvaluationBuilder.Wrong("a"), EvaluationBuilder.Wrong("b"), EvaluationBuilder.Wrong("new")]));

        Assert.Contains("'a'", Assert.Single(regressions), StringComparison.Ordinal);
    }

    [Fact]
    public void Regressions_of_measures_are_told_with_both_values()
    {
        var report = new EvaluationReport([EvaluationBuilder.Right("a")]);
        var before = Baseline.Of(report) with { RecallAt5 = 1.5, UnsupportedSentences = -1, UncitedSentences = -1 };

        var regressions = before.Regressions(report);

        Assert.Contains("recall@5 fell from 1.500 to 1.000", regressions);
        Assert.Contains("unsupported sentences rose from -1 to 0", regressions);
        Assert.Contains("sentences without a citation rose from -1 to 0", regressions);
    }

    [Fact]
    public void Regressions_of_measures_are_not_looked_for_in_a_part_of_the_questions()
    {
        var before =
            Baseline.Of(new EvaluationReport([EvaluationBuilder.Right("a"), EvaluationBuilder.Right("b")])) with { RecallAt5 = 1.5 };

        Assert.Empty(before.Regressions(new EvaluationReport([EvaluationBuilder.Right("a")])));
    }

    [Fact]
    public void Read_what_was_written_is_the_same()
    {
        var path = Path.Combine(_folder.Path, "baseline.json");
        var baseline = Baseline.Of(new EvaluationReport([EvaluationBuilder.Right("a"), EvaluationBuilder.Wrong("b")]));

        baseline.Write(path);
        var read = Baseline.Read(path);

        Assert.Equal<string>(baseline.Right, read.Right);
        Assert.Equal(baseline with { Right = [] }, read with { Right = [] });
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("null")]
    public void Read_something_else_names_the_file_and_the_next_step(string content)
    {
        var path = _folder.Write("baseline.json", content);

        var wrong = Assert.Throws<BaselineException>(() => Baseline.Read(path));

        Assert.Contains(path, wrong.Message, StringComparison.Ordinal);
        Assert.Contains("--save-baseline", wrong.Message, StringComparison.Ordinal);
    }
}
