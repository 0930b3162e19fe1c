namespace ChatLineage.Answering.Drafting;

/// <summary>Something that happens while a model writes.</summary>
public abstract record DraftEvent
{
    private DraftEvent()
    {
    }

    /// <summary>A sentence is complete and supported.</summary>
    /// <param name="Sentence">The sentence.</param>
    public sealed record SentenceApproved(DraftedSentence Sentence) : DraftEvent;

    /// <summary>A sentence is complete and not supported.</summary>
    /// <param name="Sentence">The sentence.</param>
    public sealed record SentenceWithheld(WithheldSentence Sentence) : DraftEvent;

    /// <summary>The model has finished; the last event.</summary>
    /// <param name="Draft">All of it.</param>
    public sealed record Completed(Draft Draft) : DraftEvent;
}
