namespace ChatLineage.Retrieval.Watching;

/// <summary>The events of the operating system for a folder and everything below it.</summary>
internal sealed class FolderEvents : IFileEvents
{
    private readonly string _folder;
    private readonly FileSystemWatcher _watcher;

    /// <exception cref="ArgumentException">There is no such folder.</exception>
    public FolderEvents(string folder)
    {
        _folder = folder;
        _watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        _watcher.Changed += (_, file) => Raise(file.FullPath);
        _watcher.Created += (_, file) => Raise(file.FullPath);
        _watcher.Deleted += (_, file) => Raise(file.FullPath);
        _watcher.Renamed += (_, file) =>
        {
            Raise(file.OldFullPath);
            Raise(file.FullPath);
        };

        // Events were lost, for example because a checkout changed more files than the buffer holds.
        _watcher.Error += (_, _) => Changed?.Invoke(null);
    }

    public event Action<string?>? Changed;

    public void Start() => _watcher.EnableRaisingEvents = true;

    public void Dispose() => _watcher.Dispose();

    private void Raise(string path) => Changed?.Invoke(Path.GetRelativePath(_folder, path).Replace('\\', '/'));
}
