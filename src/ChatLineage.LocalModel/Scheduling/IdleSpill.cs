using System.Runtime.InteropServices;
using ChatLineage.LocalModel.Runtime;

namespace ChatLineage.LocalModel.Scheduling;

/// <summary>Moves what a sequence holds alone into ordinary memory before it is overwritten, and back when a conversation goes
/// on.</summary>
/// <param name="states">The memory.</param>
/// <param name="sequences">Every sequence of the context.</param>
internal sealed class IdleSpill(SpilledStates states, Slot[] sequences)
{
    // A shorter text is not worth saving: answers to single questions would be saved for nothing.
    private const int ShortestText = 64;

    /// <summary>Finds a saved text that has much more in common with a prompt than the cache has, and gives it away.</summary>
    public SpilledStates.Spilled? Take(ReadOnlySpan<int> prompt, int inCache) => states.Take(prompt, inCache + ShortestText);

    /// <summary>Saves what only this sequence holds, and is about to lose but for the tokens that stay.</summary>
    /// <returns>Whether it is saved now.</returns>
    public bool Save(ILlamaContext context, Slot slot, int staying)
    {
        var text = CollectionsMarshal.AsSpan(slot.Tokens)[..slot.Cached];
        if (slot.Cached - staying < ShortestText || slot.Cached - SharedWithOthers(slot, text) < ShortestText)
        {
            return false;
        }

        if (states.Has(text))
        {
            return true;
        }

        if (!states.HasRoomFor(context.StateBytes(slot.Sequence)) || context.SaveState(slot.Sequence) is not { } state)
        {
            return false;
        }

        states.Add(text, state);
        return true;
    }

    /// <summary>Puts a saved text into a sequence, in place of what it holds.</summary>
    /// <param name="context">The context.</param>
    /// <param name="slot">The sequence; it counts as empty afterwards, whatever the result.</param>
    /// <param name="spilled">The text; its state is disposed of.</param>
    /// <param name="makeRoom">Frees cache entries; false when none can be freed.</param>
    public bool TryRestore(ILlamaContext context, Slot slot, SpilledStates.Spilled spilled, Func<bool> makeRoom)
    {
        SequenceCache.Forget(context, slot);
        using var state = spilled.State;
        while (!context.LoadState(slot.Sequence, state.Bytes))
        {
            // The runtime does not say why it refuses. Shared entries are counted twice here, so that room is made once too often, not once
            // too seldom.
            var used = sequences.Sum(other => other.Cached);
            if (used + spilled.Tokens.Length <= context.ContextTokens || !makeRoom())
            {
                return false;
            }
        }

        return true;
    }

    private int SharedWithOthers(Slot slot, ReadOnlySpan<int> text)
    {
        var longest = 0;
        foreach (var other in sequences)
        {
            longest = other == slot ? longest : Math.Max(longest, other.CommonPrefix(text));
        }

        return longest;
    }
}
