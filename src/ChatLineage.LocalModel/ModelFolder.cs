namespace ChatLineage.LocalModel;

/// <summary>Finds the models that come with the program: in a folder <c>models</c> beside it, or above it in a working copy.</summary>
public static class ModelFolder
{
    /// <summary>The file name of the language model that comes with the program.</summary>
    public const string WriterFile = "chatlineage-writer-135m.gguf";

    /// <summary>The file name of the embedding model that comes with the program.</summary>
    public const string EmbeddingFile = "all-MiniLM-L6-v2-Q8_0.gguf";

    // bin/Release/net10.0/<runtime>/publish lies six folders below the root of a working copy.
    private const int LevelsUp = 8;

    /// <summary>Finds the language model.</summary>
    /// <returns>Its full path, or null when it is not there.</returns>
    public static string? FindWriter() => Find(AppContext.BaseDirectory, WriterFile);

    /// <summary>Finds the embedding model.</summary>
    /// <returns>Its full path, or null when it is not there.</returns>
    public static string? FindEmbeddingModel() => Find(AppContext.BaseDirectory, EmbeddingFile);

    /// <summary>Whether a file is the one in <c>models</c> that is found without any setting.</summary>
    /// <param name="path">The file.</param>
    /// <param name="fileName">The name of a model that comes with the program.</param>
    /// <returns>True when it is.</returns>
    public static bool IsShipped(string path, string fileName) =>
        Find(AppContext.BaseDirectory, fileName) is { } shipped && Path.GetFullPath(path) == Path.GetFullPath(shipped);

    internal static string? Find(string start, string fileName)
    {
        var folder = new DirectoryInfo(start);
        for (var level = 0; folder is not null && level <= LevelsUp; level++, folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "models", fileName);
            if (File.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
