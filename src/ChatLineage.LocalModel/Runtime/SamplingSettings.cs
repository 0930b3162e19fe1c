namespace ChatLineage.LocalModel.Runtime;

/// <summary>How the next token is chosen.</summary>
/// <param name="Temperature">0 takes the likeliest token.</param>
/// <param name="TopK">Only the K likeliest tokens; 0 for all.</param>
/// <param name="TopP">Only the likeliest tokens that make up this probability; 1 for all.</param>
/// <param name="MinP">Only tokens at least this likely against the likeliest; 0 for all.</param>
/// <param name="FrequencyPenalty">Subtracted for each earlier occurrence; 0 for none.</param>
/// <param name="PresencePenalty">Subtracted once for a token that occurred; 0 for none.</param>
/// <param name="Seed">Seed of the random choice.</param>
/// <param name="Grammar">A GBNF grammar with a rule <c>root</c> that the text must follow, or null.</param>
internal sealed record SamplingSettings(
    float Temperature = 0,
    int TopK = 0,
    float TopP = 1,
    float MinP = 0,
    float FrequencyPenalty = 0,
    float PresencePenalty = 0,
    uint Seed = 0,
    string? Grammar = null)
{
    /// <summary>The likeliest token each time.</summary>
    public static SamplingSettings Greedy { get; } = new();
}
