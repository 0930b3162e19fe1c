using ChatLineage.LocalModel.Catalogue;

namespace ChatLineage.Cli.Commands.Model.Json;

/// <summary>A model of the catalogue, as <c>model list</c> writes it; docs/json.md describes the fields.</summary>
internal sealed record ListedModel(
    string Name,
    string Title,
    string Kind,
    string File,
    long SizeBytes,
    long MemoryBytes,
    int ContextTokens,
    string Licence,
    string? Sha256,
    string? Repository,
    string Runs,
    bool Shipped,
    bool InUse,
    string? Path)
{
    /// <param name="entry">The model.</param>
    /// <param name="path">Its file; null when it is not here.</param>
    /// <param name="fit">Whether this machine can run it.</param>
    /// <param name="contextTokens">Tokens in the cache that the memory is for.</param>
    /// <param name="inUse">The models that the settings lead to.</param>
    public static ListedModel Of(CatalogueEntry entry, string? path, ModelFit fit, int contextTokens, ModelsInUse inUse) => new(
        entry.Name,
        entry.Title,
        entry.IsEmbeddingModel ? "embedding" : "language",
        entry.FileName,
        entry.SizeBytes,
        entry.MemoryBytes(contextTokens),
        entry.ContextTokens,
        entry.Licence,
        entry.Sha256,
        entry.Repository,
        fit switch { ModelFit.Fits => "yes", ModelFit.NeedsFreeMemory => "whenMemoryIsFree", _ => "no" },
        entry.IsShipped,
        inUse.Has(path),
        path);
}
