using System.Globalization;
using ChatLineage.LocalModel.Grammars;
using ChatLineage.LocalModel.Runtime;
using Microsoft.Extensions.AI;

namespace ChatLineage.LocalModel.Chat;

/// <summary>Reads a request's options.</summary>
internal static class SamplingOptions
{
    private const float HottestTemperature = 5;

    /// <summary>How tokens are chosen: the likeliest each time unless a temperature is given.</summary>
    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public static SamplingSettings Read(ChatOptions? options)
    {
        if (options is null)
        {
            return SamplingSettings.Greedy;
        }

        return new SamplingSettings(
            InRange(options.Temperature, 0, HottestTemperature, 0, nameof(options.Temperature)),
            options.TopK is { } topK ? (int)InRange(topK, 1, int.MaxValue, 0, nameof(options.TopK)) : 0,
            InRange(options.TopP, 0, 1, 1, nameof(options.TopP)),
            InRange(Number(options, LocalChatOptions.MinPKey), 0, 1, 0, LocalChatOptions.MinPKey),
            InRange(options.FrequencyPenalty, -2, 2, 0, nameof(options.FrequencyPenalty)),
            InRange(options.PresencePenalty, -2, 2, 0, nameof(options.PresencePenalty)),
            options.Seed is { } seed ? unchecked((uint)seed) : (uint)Random.Shared.Next(),
            Grammar(options));
    }

    private static string? Grammar(ChatOptions options)
    {
        var grammar = options.AdditionalProperties?.TryGetValue(LocalChatOptions.GrammarKey, out var value) is true
            ? value?.ToString() : null;
        return (grammar, options.ResponseFormat) switch
        {
            (null, ChatResponseFormatJson { Schema: { } schema }) => JsonSchemaGrammar.Create(schema),
            (null, ChatResponseFormatJson) => JsonSchemaGrammar.AnyObject(),
            (not null, ChatResponseFormatJson) =>
                throw new ArgumentException("A grammar and a JSON response format were asked for; the text can follow one only."),
            _ => grammar,
        };
    }

    private static float? Number(ChatOptions options, string key) =>
        options.AdditionalProperties?.TryGetValue(key, out var value) is true && value is IConvertible number
            ? number.ToSingle(CultureInfo.InvariantCulture)
            : null;

    private static float InRange(float? value, float least, float most, float otherwise, string name)
    {
        if (value is not { } given)
        {
            return otherwise;
        }

        return given >= least && given <= most
            ? given
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{name} is {given}; it must be {least} to {most}."),
                name);
    }
}
