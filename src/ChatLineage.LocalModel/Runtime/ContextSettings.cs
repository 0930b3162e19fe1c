namespace ChatLineage.LocalModel.Runtime;

/// <summary>How a context is made.</summary>
/// <param name="ContextTokens">Tokens in the cache, all sequences together.</param>
/// <param name="BatchTokens">Most tokens in a decode step.</param>
/// <param name="Sequences">Sequences, 1 to 256.</param>
/// <param name="Threads">CPU threads.</param>
/// <param name="Embeddings">Whether it makes vectors (mean pooling) instead of text.</param>
internal sealed record ContextSettings(int ContextTokens, int BatchTokens, int Sequences, int Threads, bool Embeddings = false);
