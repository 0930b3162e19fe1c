namespace ChatLineage.LocalModel.Runtime;

/// <summary>
/// A loaded model: the seam between the program and the native runtime. Everything above it is tested with a hand-written fake. Members
/// may be called from any thread, also at the same time.
/// </summary>
internal interface ILlamaModel : IDisposable
{
    /// <summary>What the model says about itself.</summary>
    ModelFacts Facts { get; }

    /// <summary>Splits text into tokens. Control tokens are not looked for, so text cannot contain one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="addSpecial">Whether the tokens that the model wants around a text (beginning, end) are added.</param>
    int[] Tokenize(string text, bool addSpecial);

    /// <summary>Writes the bytes that a token adds to the text; a control token adds none.</summary>
    /// <returns>How many bytes there are; more than fit means that nothing was written.</returns>
    int CopyText(int token, Span<byte> destination);

    /// <summary>Whether the token ends the text.</summary>
    bool EndsGeneration(int token);

    /// <summary>Applies the model's own chat template and opens the assistant's turn.</summary>
    /// <returns>The prompt, or null when the model has no template or one that the runtime does not know.</returns>
    string? ApplyTemplate(IReadOnlyList<TemplateMessage> messages);

    /// <summary>Makes a context.</summary>
    /// <exception cref="ModelLoadException">The settings are impossible or the memory cannot be had.</exception>
    ILlamaContext CreateContext(ContextSettings settings);

    /// <summary>Makes a sampler for one request.</summary>
    /// <exception cref="GenerationException">The grammar is invalid.</exception>
    ITokenSampler CreateSampler(SamplingSettings settings);
}
