using System.Runtime.InteropServices;
using ChatLineage.LocalModel.Runtime;

namespace ChatLineage.LocalModel.Scheduling;

/// <summary>
/// Which tokens each sequence of the context holds, and how a new prompt gets the longest beginning that any of them has already computed.
/// Copying between sequences only marks cache entries as shared, so it costs nothing (0.1 ms for 600 tokens).
/// </summary>
internal sealed class SequenceCache
{
    // A shorter beginning is not worth a sequence of its own: it is computed in a few milliseconds.
    private const int ShortestPin = 8;
    private readonly Slot[] _pins;
    private long _clock;

    public SequenceCache(int slots, int pins)
    {
        Slots = [.. Enumerable.Range(0, slots).Select(sequence => new Slot(sequence))];
        _pins = [.. Enumerable.Range(slots, pins).Select(sequence => new Slot(sequence))];
    }

    /// <summary>The sequences in which requests run.</summary>
    public Slot[] Slots { get; }

    /// <summary>Whether a request can be placed.</summary>
    public bool HasFreeSlot => Array.Exists(Slots, slot => slot.Running is null);

    /// <summary>
    /// Chooses a free slot for a prompt and gives it the longest beginning in the cache. A slot that already holds half of what it has in common
    /// with the prompt goes on; otherwise the least recently used one is overwritten.
    /// </summary>
    /// <returns>The slot, with the prompt as its tokens; at least one token is left to compute, because it is sampled from.</returns>
    public Slot Place(ILlamaContext context, int[] prompt)
    {
        var useful = prompt.AsSpan(0, prompt.Length - 1);
        var slot = ChooseSlot(useful);
        var source = Longest(useful);
        var common = source.CommonPrefix(useful);
        if (source != slot)
        {
            context.Remove(slot.Sequence, 0);
            context.Copy(source.Sequence, slot.Sequence, common);
            source.LastUsed = ++_clock;
        }
        else if (slot.Cached > common)
        {
            context.Remove(slot.Sequence, common);
        }

        // Some kinds of memory cannot be cut or copied in part, and the runtime does not say so: look at what is there.
        if (context.LastPosition(slot.Sequence) != common - 1)
        {
            context.Remove(slot.Sequence, 0);
            common = 0;
        }

        CollectionsMarshal.SetCount(slot.Tokens, prompt.Length);
        prompt.CopyTo(CollectionsMarshal.AsSpan(slot.Tokens));
        slot.Cached = common;
        slot.LastUsed = ++_clock;
        return slot;
    }

    /// <summary>Keeps the beginning of a slot's text in a sequence of its own, unless it is kept already.</summary>
    public void Pin(ILlamaContext context, Slot slot, int count)
    {
        if (count < ShortestPin || count > slot.Cached || _pins.Length == 0)
        {
            return;
        }

        var prefix = CollectionsMarshal.AsSpan(slot.Tokens)[..count];
        foreach (var pin in _pins)
        {
            if (pin.Cached == count && pin.CommonPrefix(prefix) == count)
            {
                return;
            }
        }

        var oldest = _pins.MinBy(pin => pin.LastUsed)!;
        context.Remove(oldest.Sequence, 0);
        context.Copy(slot.Sequence, oldest.Sequence, count);
        CollectionsMarshal.SetCount(oldest.Tokens, count);
        prefix.CopyTo(CollectionsMarshal.AsSpan(oldest.Tokens));
        oldest.Cached = context.LastPosition(oldest.Sequence) == count - 1 ? count : 0;
        oldest.LastUsed = ++_clock;
    }

    /// <summary>Ends a slot's use and keeps what it has computed.</summary>
    public void Release(Slot slot)
    {
        slot.Running = null;
        slot.Truncate(slot.Cached);
        slot.LastUsed = ++_clock;
    }

    /// <summary>Frees the cache of the idle slot that was not used for longest, or failing that of the oldest pin.</summary>
    /// <returns>Whether there was one.</returns>
    public bool EvictOne(ILlamaContext context)
    {
        var victim = Slots.Where(slot => slot.Running is null && slot.Cached > 0).MinBy(slot => slot.LastUsed)
            ?? _pins.Where(pin => pin.Cached > 0).MinBy(pin => pin.LastUsed);
        if (victim is null)
        {
            return false;
        }

        Forget(context, victim);
        victim.Tokens.Clear();
        return true;
    }

    /// <summary>Makes a slot compute its text again from the beginning.</summary>
    public static void Forget(ILlamaContext context, Slot slot)
    {
        context.Remove(slot.Sequence, 0);
        slot.Cached = 0;
    }

    /// <summary>Follows the loss of the context: nothing is cached any more; running texts are kept to be computed again.</summary>
    public void ForgetAll()
    {
        foreach (var slot in Slots.Concat(_pins))
        {
            slot.Cached = 0;
            if (slot.Running is null)
            {
                slot.Tokens.Clear();
            }
        }
    }

    private Slot ChooseSlot(ReadOnlySpan<int> prompt)
    {
        Slot? best = null;
        Slot? oldest = null;
        var longest = 0;
        foreach (var slot in Slots)
        {
            if (slot.Running is not null)
            {
                continue;
            }

            oldest = oldest is null || slot.LastUsed < oldest.LastUsed ? slot : oldest;
            var common = slot.CommonPrefix(prompt);
            if (common > longest && common * 2 >= slot.Cached)
            {
                (best, longest) = (slot, common);
            }
        }

        return best ?? oldest ?? throw new InvalidOperationException("Every slot is in use.");
    }

    private Slot Longest(ReadOnlySpan<int> prompt)
    {
        var best = Slots[0];
        var longest = -1;
        foreach (var slot in Slots)
        {
            var common = slot.CommonPrefix(prompt);
            (best, longest) = common > longest ? (slot, common) : (best, longest);
        }

        foreach (var pin in _pins)
        {
            var common = pin.CommonPrefix(prompt);
            (best, longest) = common > longest ? (pin, common) : (best, longest);
        }

        return best;
    }
}
