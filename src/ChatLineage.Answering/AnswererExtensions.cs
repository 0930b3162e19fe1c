namespace ChatLineage.Answering;

/// <summary>Ways to ask an answerer.</summary>
public static class AnswererExtensions
{
    /// <summary>Answers a question for a caller that needs the whole answer only.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="InvalidOperationException">The answerer broke its promise to end with
    /// <see cref="AnswerEvent.Completed"/>.</exception>
    public static async Task<Answer> AnswerWholeAsync(this IAnswerer answerer, Question question, CancellationToken cancellationToken)
    {
        Answer? answer = null;
        await foreach (var happened in answerer.AnswerAsync(question, cancellationToken))
        {
            if (happened is AnswerEvent.Completed completed)
                answer = completed.Answer;
        }

        return answer ?? throw new InvalidOperationException("The answerer ended without a Completed event.");
    }
}
