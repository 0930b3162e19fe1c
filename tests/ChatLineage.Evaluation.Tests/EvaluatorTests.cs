using ChatLineage.Testing.Answers;
using Microsoft.Extensions.Time.Testing;

namespace ChatLineage.Evaluation.Tests;

public sealed class EvaluatorTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Run_question_of_two_turns_is_a_conversation_and_judges_the_last_answer()
    {
        var answerer = new ScriptedAnswerer(question => EvaluationBuilder.Answer(question.History.IsEmpty ? "Alpaca." : "LLaMA."));
        var question = EvaluationBuilder.Question() with
        {
            Turns = ["what is alpaca", "and its base?"],
            MustInclude = [["llama"]],
            MustNotInclude = ["alpaca"]
        };

        var report = await new Evaluator(answerer, _time).RunAsync([question], null, CancellationToken.None);

        Assert.Equal(1, report.Right);
        Assert.Equal("what is alpaca", Assert.Single(answerer.Asked[1].History).Question);
    }

    [Fact]
    public async Task Run_measures_the_last_turn_only_and_tells_progress()
    {
        var answerer = new ScriptedAnswerer(question =>
        {
            _time.Advance(TimeSpan.FromMilliseconds(question.History.IsEmpty ? 100 : 7));
            return EvaluationBuilder.Answer();
        });
        var progress = new List<string>();

        var report = await new Evaluator(answerer, _time).RunAsync(
            [EvaluationBuilder.Question("a") with { Turns = ["1", "2"] }], new Listener(result => progress.Add(result.Question.Id)),
            CancellationToken.None);

        Assert.Equal(TimeSpan.FromMilliseconds(7), report.Latency(50));
        Assert.Equal(["a"], progress);
    }

    [Fact]
    public async Task Run_cancelled_throws()
    {
        var answerer = new ScriptedAnswerer(EvaluationBuilder.Answer());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new Evaluator(answerer, _time).RunAsync([EvaluationBuilder.Question()], null, new CancellationToken(true)));
    }

    private sealed class Listener(Action<QuestionResult> told) : IProgress<QuestionResult>
    {
        public void Report(QuestionResult value) => told(value);
    }
}
