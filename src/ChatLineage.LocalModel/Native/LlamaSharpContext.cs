using System.Globalization;
using ChatLineage.LocalModel.Runtime;
using LLama.Common;
using LLama.Extensions;
using LLama.Native;

namespace ChatLineage.LocalModel.Native;

/// <summary>A context of LLamaSharp, with the checks that stand between a mistake and the end of the process.</summary>
internal sealed class LlamaSharpContext : ILlamaContext
{
    private const int MostSequences = 256; // LLAMA_MAX_SEQ
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

    private LlamaSharpContext(SafeLLamaContextHandle handle, AbortFlag abort, ModelFacts facts, ContextSettings settings)
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

    /// <exception cref="ModelLoadException">The settings are impossible or the memory cannot be had.</exception>
    public static LlamaSharpContext Create(SafeLlamaModelHandle model, ModelFacts facts, ContextSettings settings)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(settings.Sequences is >= 1 and <= MostSequences, true, nameof(settings));
        ArgumentOutOfRangeException.ThrowIfNotEqual(settings.BatchTokens >= 1 && settings.BatchTokens <= settings.ContextTokens, true, nameof(settings));
        ArgumentOutOfRangeException.ThrowIfNotEqual(settings.ContextTokens >= Math.Max(32, settings.Sequences), true, nameof(settings));
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.Threads, 1, nameof(settings));
        MemoryNeed.Check(
            MemoryNeed.CacheBytes(model, settings.ContextTokens), MemoryNeed.AvailableBytes(), facts.Path, "The key-value cache", "Lower LocalModel:ContextTokens.");
        var parameters = new ModelParams(facts.Path)
        {
            ContextSize = (uint)settings.ContextTokens,
            BatchSize = (uint)settings.BatchTokens,
            UBatchSize = (uint)settings.BatchTokens,
            SeqMax = (uint)settings.Sequences,
            KVUnified = true,
            SwaFull = true, // a sliding-window cache has dropped what a shared beginning needs
            Threads = settings.Threads,
            BatchThreads = settings.Threads,
            Embeddings = settings.Embeddings,
            PoolingType = settings.Embeddings ? LLamaPoolingType.Mean : LLamaPoolingType.Unspecified,
        };
        parameters.ToLlamaContextParams(out var native);
        var abort = new AbortFlag();
        native.abort_callback = AbortFlag.Callback;
        native.abort_callback_user_data = abort.Data;

        // LLamaContext would use the null handle of a failed context; the handle's own Create lets us see it.
        using var log = NativeLog.Capture();
        var handle = SafeLLamaContextHandle.Create(model, native);
        if (!handle.IsInvalid)
        {
            return new LlamaSharpContext(handle, abort, facts, settings);
        }

        abort.Dispose();
        throw new ModelLoadException(
            ModelLoadFailure.OutOfMemory,
            facts.Path,
            string.Create(CultureInfo.InvariantCulture, $"No context of {settings.ContextTokens} tokens could be made for '{facts.Path}': {log.Reason}. Lower LocalModel:ContextTokens."));
    }

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
        return _embeddings ? _handle.GetEmbeddingsSeq((LLamaSeqId)sequence) : throw new InvalidOperationException("This context makes text, not vectors.");
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

    private void ThrowIfNotASequence(int sequence) => ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)sequence, (uint)Sequences, nameof(sequence));
}
