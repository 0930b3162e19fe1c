namespace ChatLineage.LocalModel.Runtime;

/// <summary>The tokens of one decode step. Reused from step to step, so that a step allocates nothing here.</summary>
internal sealed class TokenBatch(int capacity)
{
    private readonly BatchEntry[] _entries = new BatchEntry[capacity];

    /// <summary>Tokens in the batch.</summary>
    public int Count { get; private set; }

    /// <summary>Most tokens that fit.</summary>
    public int Capacity => _entries.Length;

    /// <summary>The tokens in the order in which they were added; the index is the row to sample from.</summary>
    public ReadOnlySpan<BatchEntry> Entries => _entries.AsSpan(0, Count);

    /// <summary>Empties the batch.</summary>
    public void Clear() => Count = 0;

    /// <summary>Adds a token.</summary>
    /// <returns>Its row.</returns>
    public int Add(int token, int position, int sequence, bool sampled)
    {
        _entries[Count] = new BatchEntry(token, position, sequence, sampled);
        return Count++;
    }
}
