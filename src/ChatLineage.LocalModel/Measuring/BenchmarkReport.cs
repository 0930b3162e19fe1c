namespace ChatLineage.LocalModel.Measuring;

/// <summary>How fast a language model runs on this machine, through the same scheduler that answers questions.</summary>
/// <param name="Model">What was loaded, and on which device.</param>
/// <param name="PrefillTokens">Length of the prompts of which the speed was measured.</param>
/// <param name="PrefillTokensPerSecond">Prompt tokens a second, median of several.</param>
/// <param name="Decode">Tokens a second for several conversations at once.</param>
/// <param name="PromptTokens">Length of the prompt of the first-token times.</param>
/// <param name="SharedTokens">How many of them a warm prompt shares with an earlier one.</param>
/// <param name="FirstTokenCold">Time to the first token when nothing of the prompt is in the cache.</param>
/// <param name="FirstTokenWarm">The same with the shared beginning in the cache.</param>
public sealed record BenchmarkReport(
    ModelReport Model,
    int PrefillTokens,
    double PrefillTokensPerSecond,
    IReadOnlyList<DecodeRate> Decode,
    int PromptTokens,
    int SharedTokens,
    TimeSpan FirstTokenCold,
    TimeSpan FirstTokenWarm);
