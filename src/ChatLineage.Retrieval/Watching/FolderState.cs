namespace ChatLineage.Retrieval.Watching;

/// <summary>
/// Size and time of every file that a knowledge folder's notes are read from. Comparing them finds what events leave out: the
/// files of a renamed folder, or those of a burst that was too long for the system's buffer.
/// </summary>
/// <remarks>Used by one thread at a time.</remarks>
internal sealed class FolderState
{
    private readonly string _folder;
    private Dictionary<string, (long Bytes, DateTime Written)> _files;

    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public FolderState(string folder)
    {
        _folder = folder;
        _files = Scan(folder);
    }

    /// <summary>True for the files that notes are read from; false for an editor's temporary files and for documentation.</summary>
    /// <param name="path">The file, relative to the folder, with forward slashes.</param>
    public static bool IsKnowledge(string path) =>
        path.Contains('/', StringComparison.Ordinal)
        && (path.EndsWith(".md", StringComparison.Ordinal) || path.EndsWith(".yaml", StringComparison.Ordinal))
        && !path.EndsWith("/README.md", StringComparison.Ordinal)
        && !path.Split('/').Any(part => part.StartsWith('.'));

    /// <summary>The files that were added, removed or written since the last call.</summary>
    /// <exception cref="IOException">The folder cannot be read; the state stays as it was.</exception>
    public IReadOnlyCollection<string> Changes()
    {
        var now = Scan(_folder);
        var changes = now.Where(file => !_files.TryGetValue(file.Key, out var before) || before != file.Value).Select(file => file.Key)
            .Concat(_files.Keys.Where(path => !now.ContainsKey(path)))
            .ToList();
        _files = now;
        return changes;
    }

    private static Dictionary<string, (long Bytes, DateTime Written)> Scan(string folder)
    {
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden
        };
        var files = new Dictionary<string, (long Bytes, DateTime Written)>(StringComparer.Ordinal);
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", options))
        {
            var path = Path.GetRelativePath(folder, file.FullName).Replace('\\', '/');
            if (IsKnowledge(path) && Stamp(file) is { } stamp)
                files[path] = stamp;
        }

        return files;
    }

    // A file can go between being listed and being asked.
    private static (long Bytes, DateTime Written)? Stamp(FileInfo file)
    {
        try
        {
            return (file.Length, file.LastWriteTimeUtc);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
