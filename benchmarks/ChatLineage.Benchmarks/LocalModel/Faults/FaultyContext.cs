using ChatLineage.LocalModel.Runtime;

namespace ChatLineage.Benchmarks.LocalModel.Faults;

/// <summary>A real context whose steps fail as a plan says.</summary>
internal sealed class FaultyContext(ILlamaContext inner, Func<Fault> next) : ILlamaContext
{
    public int ContextTokens => inner.ContextTokens;

    public int BatchTokens => inner.BatchTokens;

    public int Sequences => inner.Sequences;

    public void UseThreads(int count) => inner.UseThreads(count);

    public DecodeOutcome Decode(TokenBatch batch)
    {
        switch (next())
        {
            case Fault.CacheFull:
                return DecodeOutcome.CacheFull;
            case Fault.Failure:
                return DecodeOutcome.Failed;
            case Fault.Exception:
                throw new InvalidOperationException("An injected fault.");
            case Fault.Abort:
                inner.Abort();
                return inner.Decode(batch);
            default:
                return inner.Decode(batch);
        }
    }

    public int Sample(ITokenSampler sampler, int row) => inner.Sample(sampler, row);

    public ReadOnlySpan<float> Embedding(int sequence) => inner.Embedding(sequence);

    public void Remove(int sequence, int from) => inner.Remove(sequence, from);

    public void Copy(int source, int target, int count) => inner.Copy(source, target, count);

    public int LastPosition(int sequence) => inner.LastPosition(sequence);

    public long StateBytes(int sequence) => inner.StateBytes(sequence);

    public SequenceState? SaveState(int sequence) => inner.SaveState(sequence);

    public bool LoadState(int sequence, ReadOnlySpan<byte> state) => inner.LoadState(sequence, state);

    public void Abort() => inner.Abort();

    public void ClearAbort() => inner.ClearAbort();

    public void Dispose() => inner.Dispose();
}
