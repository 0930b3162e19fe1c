namespace ChatLineage.LocalModel.Catalogue;

/// <summary>
/// The models that the program knows, from <c>catalogue.json</c>. Length and SHA-256 of each file that does not come with the program were
/// found the same in at least two independent public sources (August to November 2026); the cache sizes follow from the published layers
/// and key-value heads of each model.
/// </summary>
public static class ModelCatalogue
{
    private static readonly Lazy<IReadOnlyList<CatalogueEntry>> Read = new(CatalogueDocument.ReadEmbedded);

    /// <summary>Every entry, those that come with the program first, then language models and embedding models, each by size.</summary>
    public static IReadOnlyList<CatalogueEntry> Entries => Read.Value;

    /// <summary>Finds an entry by its name.</summary>
    /// <param name="name">The name, in any case.</param>
    /// <returns>The entry, or null.</returns>
    public static CatalogueEntry? Find(string name) =>
        Entries.FirstOrDefault(entry => entry.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Finds the entry that a file's name belongs to.</summary>
    /// <param name="path">A path or a file name.</param>
    /// <returns>The entry, or null.</returns>
    public static CatalogueEntry? FindByFile(string path) =>
        Entries.FirstOrDefault(entry => entry.FileName.Equals(Path.GetFileName(path), StringComparison.OrdinalIgnoreCase));
}
