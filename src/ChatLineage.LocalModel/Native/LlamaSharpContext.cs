using ChatLineage.LocalModel.Runtime;
using LLama.Native;

namespace ChatLineage.LocalModel.Native;

/// <summary>A context of LLamaSharp, with the checks that stand between a mistake and the end of the process.</summary>
internal sealed class LlamaSharpContext : ILlamaContext
{
    private const int SmallBatch = 128; // LLamaBatch begins with this capacity, and each decode pins all of it
    private readonly SafeLLamaContextHandle _handle;
    private readonly AbortFlag _abort;
    private readonly int _vocabularySize;
    private readonly bool _embeddings;
    private readonly LLamaBatch _small = new();
    private readonly LLamaBatch _large = new();
    private readonly bool[] _sampled;
    private LLamaTokenData[]? _candidates;
    private int _threads;

    /// <summary>Wraps a handle that <see cref="LlamaSharpContextOpening"/> has made; both end with this.</summary>
    public LlamaSharpContext(SafeLLamaContextHandle handle, AbortFlag abort, ModelFacts facts, ContextSettings settings)
    {
        _handle = handle;
        _abort = abort;
        _vocabularySize = facts.VocabularySize;
        _embeddings = settings.Embeddings;
        ContextTokens = (int)handle.ContextSize;
        BatchTokens = (int)handle.BatchSize;
        Sequences = settings.Sequences;
        _threads = settings.Threads;
        _sampled = new bool[BatchTokens];
    }

    /// <inheritdoc/>
    public int ContextTokens { get; }

    /// <inheritdoc/>
    public int BatchTokens { get; }

    /// <inheritdoc/>
    public int Sequences { get; }

    /// <inheritdoc/>
    public void UseThreads(int count)
    {
        ThrowIfDisposed();
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (count != _threads)
        {
            _threads = count;
            _handle.GenerationThreads = count;
            _handle.BatchThreads = count;
        }
    }

    /// <inheritdoc/>
    public DecodeOutcome Decode(TokenBatch batch)
    {
        ThrowIfDisposed();
        Array.Clear(_sampled);
        if (batch.Count == 0)
        {
            return DecodeOutcome.Done;
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(batch.Count, BatchTokens, nameof(batch));
        var native = batch.Count <= SmallBatch ? _small : _large;
        native.Clear();
        foreach (var entry in batch.Entries)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)entry.Token, (uint)_vocabularySize, nameof(batch));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)entry.Position, (uint)ContextTokens, nameof(batch));
            ThrowIfNotASequence(entry.Sequence);
            native.Add(entry.Token, entry.Position, (LLamaSeqId)entry.Sequence, entry.Sampled);
        }

        var outcome = _embeddings ? Encode(native) : Translate(_handle.Decode(native));
        if (outcome == DecodeOutcome.Done)
        {
            for (var row = 0; row < batch.Count; row++)
            {
                _sampled[row] = batch.Entries[row].Sampled;
            }
        }

        return outcome;
    }

    /// <inheritdoc/>
    public int Sample(ITokenSampler sampler, int row)
    {
        ThrowIfDisposed();
        if (_embeddings || (uint)row >= (uint)_sampled.Length || !_sampled[row])
        {
            throw new InvalidOperationException("The row was not marked as sampled in the last decode step.");
        }

        _candidates ??= new LLamaTokenData[_vocabularySize];
        return ((LlamaSharpSampler)sampler).Next(_handle.GetLogitsIth(row), _candidates);
    }

    /// <inheritdoc/>
    public ReadOnlySpan<float> Embedding(int sequence)
    {
        ThrowIfDisposed();
        ThrowIfNotASequence(sequence);
        return _embeddings
            ? _handle.GetEmbeddingsSeq((LLamaSeqId)sequence) : throw new InvalidOperationException("This context makes text, not vectors.");
    }

    /// <inheritdoc/>
    public void Remove(int sequence, int from)
    {
        ThrowIfDisposed();
        ThrowIfNotASequence(sequence);
        _handle.MemorySequenceRemove((LLamaSeqId)sequence, Math.Max(0, from), -1);
    }

    /// <inheritdoc/>
    public void Copy(int source, int target, int count)
    {
        ThrowIfDisposed();
        ThrowIfNotASequence(source);
        ThrowIfNotASequence(target);
        if (source != target && count > 0)
        {
            _handle.MemorySequenceCopy((LLamaSeqId)source, (LLamaSeqId)target, 0, count);
        }
    }

    /// <inheritdoc/>
    public int LastPosition(int sequence)
    {
        ThrowIfDisposed();
        ThrowIfNotASequence(sequence);
        return _handle.MemorySequenceMaxPosition((LLamaSeqId)sequence).Value;
    }

    /// <inheritdoc/>
    public long StateBytes(int sequence)
    {
        ThrowIfDisposed();
        ThrowIfNotASequence(sequence);
        return (long)_handle.GetStateSize((LLamaSeqId)sequence);
    }

    /// <inheritdoc/>
    public unsafe SequenceState? SaveState(int sequence)
    {
        var size = StateBytes(sequence);
        if (size is <= 0 or > int.MaxValue)
        {
            return null;
        }

        var state = new SequenceState((int)size);
        fixed (byte* bytes = state.Bytes)
        {
            if ((long)_handle.GetState(bytes, (nuint)size, (LLamaSeqId)sequence) == size)
            {
                return state;
            }
        }

        state.Dispose();
        return null;
    }

    /// <inheritdoc/>
    public unsafe bool LoadState(int sequence, ReadOnlySpan<byte> state)
    {
        ThrowIfDisposed();
        ThrowIfNotASequence(sequence);
        var id = (LLamaSeqId)sequence;
        _handle.MemorySequenceRemove(id, 0, -1);
        fixed (byte* bytes = state)
        {
            if (_handle.SetState(bytes, (nuint)state.Length, id) > 0)
            {
                return true;
            }
        }

        _handle.MemorySequenceRemove(id, 0, -1);
        return false;
    }

    /// <inheritdoc/>
    public void Abort() => _abort.Set(true);

    /// <inheritdoc/>
    public void ClearAbort() => _abort.Set(false);

    /// <inheritdoc/>
    public void Dispose()
    {
        _handle.Dispose();
        _abort.Dispose();
    }

    private DecodeOutcome Encode(LLamaBatch batch) => _handle.Encode(batch) switch
    {
        DecodeResult.Ok => DecodeOutcome.Done,
        _ => DecodeOutcome.Failed,
    };

    private static DecodeOutcome Translate(DecodeResult result) => result switch
    {
        DecodeResult.Ok => DecodeOutcome.Done,
        DecodeResult.NoKvSlot => DecodeOutcome.CacheFull,
        DecodeResult.ComputeAborted => DecodeOutcome.Aborted,
        DecodeResult.InvalidInputBatch => DecodeOutcome.InvalidBatch,
        _ => DecodeOutcome.Failed,
    };

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_handle.IsClosed, this);

    private void ThrowIfNotASequence(int sequence) =>
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)sequence, (uint)Sequences, nameof(sequence));
}
