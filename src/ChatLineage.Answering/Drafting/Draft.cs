using System.Collections.Immutable;

namespace ChatLineage.Answering.Drafting;

/// <summary>What a model wrote, sentence by sentence, and what it was shown.</summary>
/// <remarks>Immutable. Holds the words of a user and of a model: never log it above Trace.</remarks>
public sealed record Draft
{
    /// <summary>The sentences that their evidence supports, in order.</summary>
    public required ImmutableArray<DraftedSentence> Kept { get; init; }

    /// <summary>The sentences that it does not support, in order.</summary>
    public required ImmutableArray<WithheldSentence> Withheld { get; init; }

    /// <summary>The model's text as it came.</summary>
    public required string Raw { get; init; }

    /// <summary>The prompt with its turns marked as ChatML; the embedded writer sees it byte for byte, other models mark turns their own
    /// way.</summary>
    public required string Prompt { get; init; }

    /// <summary>The SHA-256 of the prompt template in hexadecimal digits.</summary>
    public required string PromptHash { get; init; }

    /// <summary>The version that the template's maintainers gave it.</summary>
    public required string PromptVersion { get; init; }

    /// <summary>How many evidence lines were shown.</summary>
    public required int LinesShown { get; init; }

    /// <summary>True when the model said that it doesn't know.</summary>
    public bool Abstains { get; init; }
}
