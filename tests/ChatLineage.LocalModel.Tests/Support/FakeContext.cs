using ChatLineage.LocalModel.Runtime;

namespace ChatLineage.LocalModel.Tests.Support;

/// <summary>A key-value cache that only remembers tokens: sequences share entries after a copy, and it is full when its entries
/// are.</summary>
internal sealed class FakeContext(FakeModel model, ContextSettings settings) : ILlamaContext
{
    private readonly List<Entry>[] _sequences = [.. Enumerable.Range(0, settings.Sequences).Select(_ => new List<Entry>())];
    private BatchEntry[] _last = [];

    public int ContextTokens => settings.ContextTokens;

    public int BatchTokens => settings.BatchTokens;

    public int Sequences => settings.Sequences;

    /// <summary>Entries less than this many are free from the beginning.</summary>
    public int Occupied { get; set; }

    /// <summary>Looks at a batch before it is computed; a result other than null is returned instead.</summary>
    public Func<FakeContext, TokenBatch, DecodeOutcome?>? OnDecode { get; set; }

    public List<BatchEntry[]> Steps { get; } = [];

    public List<int> ThreadsOfSteps { get; } = [];

    public int Threads { get; private set; } = settings.Threads;

    public bool AbortAsked { get; private set; }

    public bool IsDisposed { get; private set; }

    public int Used => _sequences.SelectMany(entries => entries).Distinct().Count() + Occupied;

    public void UseThreads(int count) => Threads = count;

    public DecodeOutcome Decode(TokenBatch batch)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        _last = [];
        if (OnDecode?.Invoke(this, batch) is { } given)
        {
            return given;
        }

        if (AbortAsked)
        {
            return DecodeOutcome.Aborted;
        }

        if (Used + batch.Count > ContextTokens)
        {
            return DecodeOutcome.CacheFull;
        }

        return Compute(batch.Entries.ToArray());
    }

    /// <summary>Computes tokens, as far as they go on where their sequences end.</summary>
    public DecodeOutcome Compute(BatchEntry[] entries)
    {
        foreach (var entry in entries)
        {
            if (entry.Position != _sequences[entry.Sequence].Count)
            {
                return DecodeOutcome.InvalidBatch;
            }

            _sequences[entry.Sequence].Add(new Entry(entry.Token));
        }

        _last = entries;
        Steps.Add(entries);
        ThreadsOfSteps.Add(Threads);
        return DecodeOutcome.Done;
    }

    public int Sample(ITokenSampler sampler, int row)
    {
        Assert.True(_last[row].Sampled);
        return model.Next([.. _sequences[_last[row].Sequence].Select(entry => entry.Token)]);
    }

    public ReadOnlySpan<float> Embedding(int sequence) =>
        new float[] { _sequences[sequence].Count, _sequences[sequence][0].Token, _sequences[sequence][^1].Token, 1 };

    public void Remove(int sequence, int from)
    {
        if (from < _sequences[sequence].Count)
        {
            _sequences[sequence].RemoveRange(from, _sequences[sequence].Count - from);
        }
    }

    public void Copy(int source, int target, int count) => _sequences[target].AddRange(_sequences[source].Take(count));

    public int LastPosition(int sequence) => _sequences[sequence].Count - 1;

    /// <summary>Sequences that were saved, and put back.</summary>
    public List<string> StateCalls { get; } = [];

    /// <summary>Whether states are refused.</summary>
    public bool RefusesStates { get; set; }

    public long StateBytes(int sequence) => _sequences[sequence].Count * sizeof(int);

    public SequenceState? SaveState(int sequence)
    {
        StateCalls.Add($"save {sequence}");
        var state = new SequenceState((int)StateBytes(sequence));
        int[] tokens = [.. _sequences[sequence].Select(entry => entry.Token)];
        tokens.CopyTo(System.Runtime.InteropServices.MemoryMarshal.Cast<byte, int>(state.Bytes));
        return state;
    }

    public bool LoadState(int sequence, ReadOnlySpan<byte> state)
    {
        StateCalls.Add($"load {sequence}");
        _sequences[sequence].Clear();
        var tokens = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, int>(state);
        if (RefusesStates || Used + tokens.Length > ContextTokens)
        {
            return false;
        }

        foreach (var token in tokens)
        {
            _sequences[sequence].Add(new Entry(token));
        }

        return true;
    }

    public void Abort() => AbortAsked = true;

    public void ClearAbort() => AbortAsked = false;

    public void Dispose() => IsDisposed = true;

    // A class, not a record: two entries with the same token are still two.
    private sealed class Entry(int token)
    {
        public int Token { get; } = token;
    }
}
