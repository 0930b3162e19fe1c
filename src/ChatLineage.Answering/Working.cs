using System.Collections.Immutable;
using ChatLineage.Answering.Evidence;

namespace ChatLineage.Answering;

/// <summary>How an answer came about: what the wording rested on and what became of each sentence. For evaluation and for
/// <c>/why</c>.</summary>
public sealed record Working
{
    /// <summary>The facts with the claims that prove them, numbered from 1 as the model saw them.</summary>
    public ImmutableArray<EvidenceLine> Lines { get; init; } = [];

    /// <summary>The exact text that the model was given; null when none was asked.</summary>
    public string? Prompt { get; init; }

    /// <summary>What the model wrote, as it came; null when none was asked.</summary>
    public string? Draft { get; init; }

    /// <summary>The verdict on every sentence considered, in order: those of the draft first, then those of the composer.</summary>
    public ImmutableArray<SentenceCheck> Checks { get; init; } = [];
}
