namespace ChatLineage.Discord.Protocol.Gateway;

/// <summary>What a shard must know to go on after a break. Written by the connection that is open; there is one at a time.</summary>
internal sealed class GatewaySession
{
    private readonly Lock _lock = new();
    private string? _id;
    private Uri? _resumeAddress;
    private long? _sequence;

    /// <summary>The number of the last event; null before the first.</summary>
    public long? Sequence
    {
        get
        {
            lock (_lock)
                return _sequence;
        }
    }

    /// <summary>True when there is a session to go on with.</summary>
    public bool CanResume => TryGetResume(out _, out _, out _);

    /// <summary>What a resume needs; false when there is no session.</summary>
    public bool TryGetResume(out string id, out Uri address, out long sequence)
    {
        lock (_lock)
        {
            id = _id ?? "";
            address = _resumeAddress!;
            sequence = _sequence ?? 0;
            return _id is not null && _resumeAddress is not null && _sequence is not null;
        }
    }

    public void Begin(string id, Uri resumeAddress)
    {
        lock (_lock)
            (_id, _resumeAddress) = (id, resumeAddress);
    }

    /// <summary>Notes an event. A number below one seen already is a repeated event and does not turn the session back.</summary>
    public void Saw(long sequence)
    {
        lock (_lock)
            _sequence = Math.Max(sequence, _sequence ?? sequence);
    }

    /// <summary>The session is over.</summary>
    public void Forget()
    {
        lock (_lock)
            (_id, _resumeAddress, _sequence) = (null, null, null);
    }
}
