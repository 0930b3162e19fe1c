namespace ChatLineage.Answering;

/// <summary>Something that happens while an answer is made.</summary>
public abstract record AnswerEvent
{
    private AnswerEvent()
    {
    }

    /// <summary>A sentence is final and can be shown.</summary>
    /// <param name="Sentence">The sentence.</param>
    public sealed record SentenceReady(Sentence Sentence) : AnswerEvent;

    /// <summary>The answer is complete. It holds every sentence that was announced, in the same order, and perhaps more.</summary>
    /// <param name="Answer">The answer.</param>
    public sealed record Completed(Answer Answer) : AnswerEvent;
}
