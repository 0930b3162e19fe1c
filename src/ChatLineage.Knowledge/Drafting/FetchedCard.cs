namespace ChatLineage.Knowledge.Drafting;

/// <summary>A card and where it came from.</summary>
/// <param name="Text">The text of the card.</param>
/// <param name="Url">Its address, of the exact version where that is known; null for a file.</param>
public sealed record FetchedCard(string Text, string? Url)
{
    /// <summary>Who published it: the owner on the hub; null when not known.</summary>
    public string? Owner { get; init; }

    /// <summary>The name of the repository; null for a file.</summary>
    public string? Repository { get; init; }

    /// <summary>When this version was published.</summary>
    public PartialDate? Published { get; init; }

    /// <summary>When the repository was made on the hub, which is not always the release.</summary>
    public PartialDate? Created { get; init; }

    /// <summary>How the hub itself takes the relation to the base: finetune, merge, quantized or adapter; often wrong.</summary>
    public string? GuessedRelation { get; init; }
}
