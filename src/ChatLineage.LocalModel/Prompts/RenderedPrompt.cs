namespace ChatLineage.LocalModel.Prompts;

/// <summary>A conversation as the model reads it.</summary>
/// <param name="Tokens">The tokens of the prompt.</param>
/// <param name="SharedTokens">How many of them belong to the system prompt, which other requests share.</param>
/// <param name="Text">The prompt as text, for traces and tests.</param>
internal sealed record RenderedPrompt(int[] Tokens, int SharedTokens, string Text);
