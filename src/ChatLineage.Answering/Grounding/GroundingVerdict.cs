namespace ChatLineage.Answering.Grounding;

/// <summary>Whether the cited evidence supports a sentence.</summary>
/// <param name="Supported">True when every name, number, date and relation in the sentence stands in what it cites.</param>
/// <param name="Reason">Why not, in a few words for a maintainer; what supports it otherwise. Holds words of the sentence: log it like
/// one.</param>
public sealed record GroundingVerdict(bool Supported, string Reason)
{
    internal static GroundingVerdict Yes { get; } = new(true, "supported");

    internal static GroundingVerdict No(string reason) => new(false, reason);
}
