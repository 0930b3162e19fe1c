namespace ChatLineage.Answering.Understanding.Shape;

/// <summary>A phrase of the lexicon that a question holds.</summary>
/// <param name="Cue">What it asks for.</param>
/// <param name="First">The index of its first term.</param>
/// <param name="Count">How many terms it has.</param>
/// <param name="Words">The phrase.</param>
internal sealed record CueHit(Cue Cue, int First, int Count, string Words)
{
    /// <summary>The index after the last term.</summary>
    public int End => First + Count;
}
