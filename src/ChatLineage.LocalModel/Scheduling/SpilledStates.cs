using ChatLineage.LocalModel.Runtime;

namespace ChatLineage.LocalModel.Scheduling;

/// <summary>
/// Computed texts that gave way in the key-value cache to others, kept in ordinary memory. To put one back takes milliseconds (3 ms for 600
/// tokens of a model of 135 million parameters), to compute it again seconds. The least recently kept goes first.
/// </summary>
/// <param name="limitBytes">Most bytes of all of them; 0 keeps none.</param>
internal sealed class SpilledStates(long limitBytes) : IDisposable
{
    private readonly LinkedList<Spilled> _kept = [];

    /// <summary>Bytes that are kept.</summary>
    public long SizeBytes { get; private set; }

    /// <summary>Texts that are kept.</summary>
    public int Count => _kept.Count;

    /// <summary>Whether a state of so many bytes can be kept.</summary>
    public bool HasRoomFor(long bytes) => bytes > 0 && bytes <= limitBytes;

    /// <summary>Whether a text, or one that begins with it, is kept.</summary>
    public bool Has(ReadOnlySpan<int> tokens)
    {
        foreach (var spilled in _kept)
        {
            if (spilled.Tokens.AsSpan().StartsWith(tokens))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Keeps a text, and owns its state from then on; those that it goes on from are not needed any more.</summary>
    public void Add(ReadOnlySpan<int> tokens, SequenceState state)
    {
        for (var node = _kept.First; node is not null;)
        {
            var next = node.Next;
            if (tokens.StartsWith(node.Value.Tokens))
            {
                Drop(node);
            }

            node = next;
        }

        while (SizeBytes + state.Length > limitBytes && _kept.First is { } oldest)
        {
            Drop(oldest);
        }

        _kept.AddLast(new Spilled(tokens.ToArray(), state));
        SizeBytes += state.Length;
    }

    /// <summary>Finds the text that shares the longest beginning with a prompt, and gives it away.</summary>
    /// <param name="prompt">The prompt.</param>
    /// <param name="atLeast">How long the shared beginning must be.</param>
    /// <returns>The text, whose state is the caller's to dispose of; or null.</returns>
    public Spilled? Take(ReadOnlySpan<int> prompt, int atLeast)
    {
        LinkedListNode<Spilled>? best = null;
        for (var node = _kept.First; node is not null; node = node.Next)
        {
            var common = prompt.CommonPrefixLength(node.Value.Tokens);
            (best, atLeast) = common >= atLeast ? (node, common + 1) : (best, atLeast);
        }

        if (best is null)
        {
            return null;
        }

        Remove(best);
        return best.Value;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_kept.First is { } node)
        {
            Drop(node);
        }
    }

    private void Drop(LinkedListNode<Spilled> node)
    {
        Remove(node);
        node.Value.State.Dispose();
    }

    private void Remove(LinkedListNode<Spilled> node)
    {
        SizeBytes -= node.Value.State.Length;
        _kept.Remove(node);
    }

    /// <summary>A text and what the runtime computed for it.</summary>
    internal sealed record Spilled(int[] Tokens, SequenceState State);
}
