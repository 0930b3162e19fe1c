namespace ChatLineage.LocalModel.Catalogue;

/// <summary>A model file that the program knows by its SHA-256.</summary>
/// <param name="Name">The name to choose it by, for instance <c>llama-3.2-1b</c>.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="FileName">The name of the file.</param>
/// <param name="IsEmbeddingModel">Whether it makes vectors instead of text.</param>
/// <param name="Parameters">Number of parameters.</param>
/// <param name="SizeBytes">Length of the file in bytes.</param>
/// <param name="Licence">The licence of the weights: an SPDX id, or the name of the maker's own licence.</param>
/// <param name="ContextTokens">Longest text that it was trained for.</param>
/// <param name="CacheBytesPerToken">Key-value cache for one token in half precision; 0 for an embedding model.</param>
/// <param name="Sha256">SHA-256 of the file, lower-case hexadecimal.</param>
/// <param name="Source">Where it can be had, or null for a model that comes with the program.</param>
public sealed record CatalogueEntry(
    string Name,
    string Title,
    string FileName,
    bool IsEmbeddingModel,
    long Parameters,
    long SizeBytes,
    string Licence,
    int ContextTokens,
    int CacheBytesPerToken,
    string Sha256,
    Uri? Source)
{
    // Buffers of a step over 512 tokens, from the runtime's log; they grow with the vocabulary and hardly with the model.
    private const long WorkingBytes = 128L * 1024 * 1024;

    /// <summary>Whether it comes with the program.</summary>
    public bool IsShipped => Source is null;

    /// <summary>Memory that the model needs: weights, cache and working buffers. An estimate, good to some tens of megabytes.</summary>
    /// <param name="contextTokens">Tokens in the cache.</param>
    /// <returns>Bytes.</returns>
    public long MemoryBytes(int contextTokens) => SizeBytes + ((long)CacheBytesPerToken * contextTokens) + WorkingBytes;
}
