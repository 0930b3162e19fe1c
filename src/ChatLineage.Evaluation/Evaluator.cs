using System.Collections.Immutable;
using ChatLineage.Answering;
using ChatLineage.Evaluation.Judging;
using ChatLineage.Evaluation.Measures;
using ChatLineage.Evaluation.Questions;

namespace ChatLineage.Evaluation;

/// <summary>Puts judged questions to an answerer, one after another, and measures the answers.</summary>
public sealed class Evaluator(IAnswerer answerer, TimeProvider time)
{
    /// <summary>Answers questions without measuring, so that code is compiled and a model is loaded before the clock counts.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task WarmUpAsync(IEnumerable<JudgedQuestion> questions, CancellationToken cancellationToken)
    {
        foreach (var question in questions)
            await AnswerAsync(question, cancellationToken);
    }

    /// <summary>Answers and measures questions.</summary>
    /// <param name="questions">The questions. One of several turns is run as a conversation.</param>
    /// <param name="answered">Told after each question; null for nobody.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<EvaluationReport> RunAsync(
        ImmutableArray<JudgedQuestion> questions, IProgress<QuestionResult>? answered, CancellationToken cancellationToken)
    {
        var results = ImmutableArray.CreateBuilder<QuestionResult>(questions.Length);
        foreach (var question in questions)
        {
            var (answer, latency) = await AnswerAsync(question, cancellationToken);
            var result = new QuestionResult(question, answer, Judge.Of(question, answer), Sentences.Of(answer), latency);
            results.Add(result);
            answered?.Report(result);
        }

        return new EvaluationReport(results.DrainToImmutable());
    }

    private async Task<(Answer Answer, TimeSpan Latency)> AnswerAsync(JudgedQuestion question, CancellationToken cancellationToken)
    {
        var history = ImmutableArray<Turn>.Empty;
        foreach (var turn in question.Turns[..^1])
            history = history.Add(new Turn(turn, await answerer.AnswerWholeAsync(new Question(turn, history), cancellationToken)));
        var started = time.GetTimestamp();
        var answer = await answerer.AnswerWholeAsync(new Question(question.Turns[^1], history), cancellationToken);
        return (answer, time.GetElapsedTime(started));
    }
}
