namespace ChatLineage.Benchmarks.LocalModel.Comparison;

/// <summary>Several texts at the same time.</summary>
/// <param name="FirstToken">When the first token of a text was there, mean over the texts.</param>
/// <param name="Duration">When the last token of all was.</param>
/// <param name="Tokens">How many there are.</param>
internal sealed record PeerRun(TimeSpan FirstToken, TimeSpan Duration, int Tokens)
{
    /// <summary>Tokens a second, the reading of the prompts included.</summary>
    public double Rate => Tokens / Duration.TotalSeconds;
}
