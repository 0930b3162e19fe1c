namespace ChatLineage.LocalModel.Catalogue;

/// <summary>Where model files lie: those that come with the program, and a folder for those that were pulled.</summary>
/// <param name="folder">The folder for pulled models; null takes <see cref="DefaultFolder"/>.</param>
public sealed class ModelStore(string? folder)
{
    /// <summary>The user's own folder for pulled models.</summary>
    /// <value><c>chatlineage/models</c> in the user's local application data; without such a folder, <c>models</c> beside the
    /// program.</value>
    public static string DefaultFolder { get; } =
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData,
            Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } data
            ? Path.Combine(data, "chatlineage", "models")
            : Path.Combine(AppContext.BaseDirectory, "models");

    /// <summary>Where pulled models go.</summary>
    public string Folder { get; } = Path.GetFullPath(folder ?? DefaultFolder);

    /// <summary>Finds the file of an entry: among the pulled ones, then in <c>models</c> beside the program.</summary>
    /// <param name="entry">The entry.</param>
    /// <returns>Its full path, or null when it is on neither place.</returns>
    public string? Find(CatalogueEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var pulled = Path.Combine(Folder, entry.FileName);
        return File.Exists(pulled) ? pulled : ModelFolder.Find(AppContext.BaseDirectory, entry.FileName);
    }

    /// <summary>Every model file that is here.</summary>
    /// <returns>Full paths, those of the catalogue first, then others in the folder for pulled models.</returns>
    public IReadOnlyList<string> Files()
    {
        var known = ModelCatalogue.Entries.Select(Find).OfType<string>().ToList();
        string[] others = Directory.Exists(Folder) ? Directory.GetFiles(Folder, "*.gguf") : [];
        return [.. known.Concat(others.Order(StringComparer.Ordinal)).Distinct(StringComparer.Ordinal)];
    }
}
