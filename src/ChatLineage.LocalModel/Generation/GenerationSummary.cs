namespace ChatLineage.LocalModel.Generation;

/// <summary>How a request ended.</summary>
/// <param name="End">Why it ended.</param>
/// <param name="PromptTokens">Tokens of the prompt.</param>
/// <param name="CachedTokens">Of these, the ones that were in the cache already.</param>
/// <param name="OutputTokens">Tokens generated, the end of the text not counted.</param>
/// <param name="QueueTime">Waiting for a free place.</param>
/// <param name="FirstTokenTime">From the request to its first token; zero when there was none.</param>
/// <param name="Duration">From the request to its end.</param>
internal sealed record GenerationSummary(
    GenerationEnd End, int PromptTokens, int CachedTokens, int OutputTokens, TimeSpan QueueTime, TimeSpan FirstTokenTime,
    TimeSpan Duration);
