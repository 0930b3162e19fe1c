namespace ChatLineage.LocalModel.Runtime;

/// <summary>
/// A context: a key-value cache with numbered sequences. It belongs to one thread, but for <see cref="Abort"/>. Arguments that would end
/// the process in native code throw <see cref="ArgumentException"/> or <see cref="InvalidOperationException"/> instead.
/// </summary>
internal interface ILlamaContext : IDisposable
{
    /// <summary>Tokens in the cache, all sequences together.</summary>
    int ContextTokens { get; }

    /// <summary>Most tokens in a decode step.</summary>
    int BatchTokens { get; }

    /// <summary>Number of sequences.</summary>
    int Sequences { get; }

    /// <summary>Sets the number of threads of the decode steps that follow.</summary>
    void UseThreads(int count);

    /// <summary>Computes the tokens of a batch.</summary>
    DecodeOutcome Decode(TokenBatch batch);

    /// <summary>Chooses the next token after a row of the last decode step that was marked as sampled.</summary>
    /// <returns>The token, or -1 when the grammar allows none.</returns>
    int Sample(ITokenSampler sampler, int row);

    /// <summary>The vector of a sequence of the last step, not normalised; valid until the next one.</summary>
    ReadOnlySpan<float> Embedding(int sequence);

    /// <summary>Removes a sequence's tokens from a position on.</summary>
    void Remove(int sequence, int from);

    /// <summary>Makes a sequence share the first tokens of another one, at no cost.</summary>
    void Copy(int source, int target, int count);

    /// <summary>The last position of a sequence, or -1 when it is empty.</summary>
    int LastPosition(int sequence);

    /// <summary>Bytes that <see cref="SaveState"/> would need for a sequence.</summary>
    long StateBytes(int sequence);

    /// <summary>What was computed for a sequence.</summary>
    /// <returns>The state, the caller's to dispose of; null when the runtime does not give it.</returns>
    SequenceState? SaveState(int sequence);

    /// <summary>Puts a state into a sequence, in place of what it holds.</summary>
    /// <returns>False when the runtime refuses it or has no room; the sequence is empty then.</returns>
    bool LoadState(int sequence, ReadOnlySpan<byte> state);

    /// <summary>Ends the decode step that is running as soon as the runtime looks; any thread.</summary>
    void Abort();

    /// <summary>Takes back an <see cref="Abort"/> that no step has obeyed yet.</summary>
    void ClearAbort();
}
