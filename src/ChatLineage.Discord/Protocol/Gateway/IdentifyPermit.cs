namespace ChatLineage.Discord.Protocol.Gateway;

/// <summary>Leave for a shard to begin a session. Others wait until it is disposed.</summary>
/// <param name="address">Where to connect.</param>
/// <param name="release">Called once.</param>
internal sealed class IdentifyPermit(Uri address, Action release) : IDisposable
{
    private int _released;

    /// <summary>Where to connect.</summary>
    public Uri Address => address;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _released, 1) == 0)
            release();
    }
}
