namespace ChatLineage.Answering;

/// <summary>Answers questions from the notes.</summary>
/// <remarks>Implementations are safe to use from several threads at once.</remarks>
public interface IAnswerer
{
    /// <summary>Answers a question, sentence by sentence; the last event is <see cref="AnswerEvent.Completed"/>.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    IAsyncEnumerable<AnswerEvent> AnswerAsync(Question question, CancellationToken cancellationToken);
}
