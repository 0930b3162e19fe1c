namespace ChatLineage.Retrieval.Watching;

/// <summary>Tells that files below a folder may have changed. Only the seam for tests: the file system's own events are never
/// complete.</summary>
internal interface IFileEvents : IDisposable
{
    /// <summary>Raised with the file, relative to the folder and with forward slashes; null when only «something» is known.</summary>
    event Action<string?>? Changed;

    /// <summary>Starts to raise events.</summary>
    void Start();
}
