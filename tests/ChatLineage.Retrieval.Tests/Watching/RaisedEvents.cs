using ChatLineage.Retrieval.Watching;

namespace ChatLineage.Retrieval.Tests.Watching;

/// <summary>File events that a test raises.</summary>
internal sealed class RaisedEvents : IFileEvents
{
    public event Action<string?>? Changed;

    public bool Started { get; private set; }

    public bool Disposed { get; private set; }

    public void Start() => Started = true;

    public void Dispose() => Disposed = true;

    public void Raise(string? path) => Changed!(path);
}
