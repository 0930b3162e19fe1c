using Microsoft.Extensions.AI;

namespace ChatLineage.LocalModel;

/// <summary>What the local model understands beyond the properties of <see cref="ChatOptions"/>.</summary>
public static class LocalChatOptions
{
    /// <summary>The key of a GBNF grammar in <see cref="ChatOptions.AdditionalProperties"/>.</summary>
    public const string GrammarKey = "grammar";

    /// <summary>The key of the least probability, relative to the likeliest token, in
    /// <see cref="ChatOptions.AdditionalProperties"/>.</summary>
    public const string MinPKey = "min_p";

    /// <summary>
    /// The key in the additional properties of the last update, and so of the answer's message, that says how many of the oldest turns did
    /// not fit into the context and were left out; absent when all did.
    /// </summary>
    public const string DroppedTurnsKey = "chatlineage.dropped_turns";

    /// <summary>Makes the text follow a GBNF grammar.</summary>
    /// <param name="options">The options to change.</param>
    /// <param name="grammar">A grammar with a rule <c>root</c>. An invalid one makes the request fail with
    /// <see cref="GenerationException"/>.</param>
    /// <returns>The same options.</returns>
    public static ChatOptions WithGrammar(this ChatOptions options, string grammar)
    {
        ArgumentNullException.ThrowIfNull(options);
        (options.AdditionalProperties ??= [])[GrammarKey] = grammar;
        return options;
    }

    /// <summary>Leaves tokens out that are much less likely than the likeliest.</summary>
    /// <param name="options">The options to change.</param>
    /// <param name="minP">0 to 1; 0.05 leaves out tokens twenty times less likely.</param>
    /// <returns>The same options.</returns>
    public static ChatOptions WithMinP(this ChatOptions options, float minP)
    {
        ArgumentNullException.ThrowIfNull(options);
        (options.AdditionalProperties ??= [])[MinPKey] = minP;
        return options;
    }
}
