using System.Collections.Immutable;
using System.Text;
using ChatLineage.Answering.Grounding;

namespace ChatLineage.Answering.Drafting;

/// <summary>What the filters of one draft learn about it. Travels with the arguments of the prompt function.</summary>
internal sealed class DraftTrace(GroundingCheck check)
{
    /// <summary>The name under which the arguments carry it; no template can use it, since it has no text.</summary>
    public const string Key = "trace";

    public GroundingCheck Check { get; } = check;

    public StringBuilder Raw { get; } = new();

    public string Prompt { get; set; } = "";

    public bool Abstains { get; set; }

    public ImmutableArray<DraftedSentence>.Builder Kept { get; } = ImmutableArray.CreateBuilder<DraftedSentence>();

    public ImmutableArray<WithheldSentence>.Builder Withheld { get; } = ImmutableArray.CreateBuilder<WithheldSentence>();

    /// <summary>Judged and not yet told to the reader.</summary>
    public Queue<DraftEvent> News { get; } = new();

    public void Keep(DraftedSentence sentence)
    {
        Kept.Add(sentence);
        News.Enqueue(new DraftEvent.SentenceApproved(sentence));
    }

    public void Withhold(WithheldSentence sentence)
    {
        Withheld.Add(sentence);
        News.Enqueue(new DraftEvent.SentenceWithheld(sentence));
    }
}
