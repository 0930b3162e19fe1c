namespace ChatLineage.LocalModel.Catalogue;

/// <summary>A model file that the program knows, or one that a person named by its repository.</summary>
/// <param name="Name">The name to choose it by, for instance <c>llama-3.2-1b</c>.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="FileName">The name of the file.</param>
/// <param name="IsEmbeddingModel">Whether it makes vectors instead of text.</param>
/// <param name="Parameters">Number of parameters; 0 when unknown.</param>
/// <param name="SizeBytes">Length of the file in bytes; 0 when unknown.</param>
/// <param name="Licence">The licence of the weights: an SPDX id, or the name of the maker's own licence; empty when unknown.</param>
/// <param name="ContextTokens">Longest text that it was trained for; 0 when unknown.</param>
/// <param name="CacheBytesPerToken">Key-value cache for one token in half precision; 0 for an embedding model.</param>
/// <param name="Sha256">SHA-256 of the file, lower-case hexadecimal; null when it is unknown.</param>
/// <param name="Repository">The repository of the Hugging Face hub that has it (<c>owner/name</c>), or null for a model that comes with the
/// program.</param>
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
    string? Sha256,
    string? Repository)
{
    // Buffers of a step over 512 tokens, from the runtime's log; they grow with the vocabulary and hardly with the model.
    private const long WorkingBytes = 128L * 1024 * 1024;

    /// <summary>Whether it comes with the program.</summary>
    public bool IsShipped => Repository is null;

    /// <summary>Memory that the model needs: weights, cache and working buffers. An estimate, good to some tens of megabytes.</summary>
    /// <param name="contextTokens">Tokens in the cache.</param>
    /// <returns>Bytes.</returns>
    public long MemoryBytes(int contextTokens) => SizeBytes + ((long)CacheBytesPerToken * contextTokens) + WorkingBytes;

    /// <summary>Where the file can be had.</summary>
    /// <param name="endpoint">The hub or a mirror of it; its path ends with a slash.</param>
    /// <returns>The address, or null for a model that comes with the program.</returns>
    public Uri? Address(Uri endpoint) =>
        Repository is null ? null : new Uri(endpoint, $"{Repository}/resolve/main/{Uri.EscapeDataString(FileName)}");

    /// <summary>Reads <c>hf:owner/name/file.gguf</c>: a file that the catalogue does not have, so that nothing is known of it.</summary>
    /// <param name="text">What a person wrote.</param>
    /// <returns>The entry, or null when the text has another form.</returns>
    public static CatalogueEntry? FromHub(string text)
    {
        const string prefix = "hf:";
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..].Split('/') : [];
        return parts.Length == 3 && Array.TrueForAll(parts, IsPlain) && parts[2].EndsWith(".gguf", StringComparison.OrdinalIgnoreCase)
            ? new CatalogueEntry(text, Path.GetFileNameWithoutExtension(parts[2]), parts[2], false, 0, 0, "", 0, 0, null,
                $"{parts[0]}/{parts[1]}")
            : null;
    }

    // The name becomes a path on this machine.
    private static bool IsPlain(string part) =>
        part.Length is > 0 and <= 128 && part[0] != '.' && part.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '.' or '-' or '_');
}
