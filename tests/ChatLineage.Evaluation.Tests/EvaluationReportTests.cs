using ChatLineage.Answering;

namespace ChatLineage.Evaluation.Tests;

public sealed class EvaluationReportTests
{
    [Fact]
    public void Kinds_are_counted_apart_and_in_order()
    {
        var report = new EvaluationReport(
        [
            EvaluationBuilder.Result(EvaluationBuilder.Question("1", "who") with { MustInclude = [["x"]] }, EvaluationBuilder.Answer()),
            EvaluationBuilder.Result(EvaluationBuilder.Question("2", "list"), EvaluationBuilder.Answer()),
            EvaluationBuilder.Result(EvaluationBuilder.Question("3", "who"), EvaluationBuilder.Answer()),
        ]);

        Assert.Equal<KindResult>([new KindResult("list", 1, 1), new KindResult("who", 1, 2)], report.Kinds);
        Assert.Equal(2, report.Right);
        Assert.Equal("1", Assert.Single(report.Failures).Question.Id);
    }

    [Fact]
    public void Abstention_precision_and_recall_count_both_errors()
    {
        var answer = EvaluationBuilder.Answer();
        var abstention = answer with { Abstained = AbstentionReason.NotRecorded };
        var should = EvaluationBuilder.Question() with { Abstain = true };
        var report = new EvaluationReport(
        [
            EvaluationBuilder.Result(should, abstention),
            EvaluationBuilder.Result(should, answer),
            EvaluationBuilder.Result(should, answer),
            EvaluationBuilder.Result(EvaluationBuilder.Question(), abstention),
            EvaluationBuilder.Result(EvaluationBuilder.Question(), answer),
        ]);

        Assert.Equal(0.5, report.AbstentionPrecision);
        Assert.Equal(1.0 / 3, report.AbstentionRecall, 6);
    }

    [Fact]
    public void Search_measures_leave_out_questions_without_supporting_entities()
    {
        var about = EvaluationBuilder.Answer() with { Entities = EvaluationBuilder.Entities("x", "a") };
        var report = new EvaluationReport(
        [
            EvaluationBuilder.Result(EvaluationBuilder.Question() with { SupportingEntities = ["a", "b"] }, about),
            EvaluationBuilder.Result(EvaluationBuilder.Question(), about),
            EvaluationBuilder.Result(EvaluationBuilder.Question() with { SupportingEntities = ["z"], Abstain = true }, about),
        ]);

        Assert.Equal(0.5, report.RecallAt5);
        Assert.Equal(0.5, report.Mrr);
    }

    [Fact]
    public void Shares_of_nothing_are_whole()
    {
        var report = new EvaluationReport([EvaluationBuilder.Right("1")]);

        Assert.Equal((1, 1, 1, 1, 1),
            (report.CitationPrecision, report.AbstentionPrecision, report.AbstentionRecall, report.RecallAt5, report.Mrr));
    }
}
