namespace ChatLineage.LocalModel.Measuring;

/// <summary>Speed of writing.</summary>
/// <param name="Conversations">Conversations at the same time.</param>
/// <param name="TokensPerSecond">Tokens a second, all conversations together.</param>
public sealed record DecodeRate(int Conversations, double TokensPerSecond);
