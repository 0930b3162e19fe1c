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
    private readonly Slot[] _sequences;
    private readonly IdleSpill _spill;
    private long _clock;

    public SequenceCache(int slots, int pins, SpilledStates spilled)
    {
        Slots = [.. Enumerable.Range(0, slots).Select(sequence => new Slot(sequence))];
        _pins = [.. Enumerable.Range(slots, pins).Select(sequence => new Slot(sequence))];
        _sequences = [.. Slots, .. _pins];
        _spill = new IdleSpill(spilled, _sequences);
    }

    /// <summary>The sequences in which requests run.</summary>
    public Slot[] Slots { get; }

    /// <summary>Whether a request can be placed.</summary>
    public bool HasFreeSlot => Array.Exists(Slots, slot => slot.Running is null);

    /// <summary>Chooses a free slot for a prompt and gives it the longest beginning in the cache, or in the memory of spilled
    /// texts.</summary>
    /// <returns>The slot, with the prompt as its tokens; at least one token is left to compute, because it is sampled from.</returns>
    public Slot Place(ILlamaContext context, int[] prompt)
    {
        var useful = prompt.AsSpan(0, prompt.Length - 1);
        var slot = SlotChoice.Free(Slots, useful);
        var common = FillBeginning(context, slot, useful);

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
        Stow(context, slot);
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
    public bool EvictOne(ILlamaContext context) =>
        EvictIdle(context) || Evict(context, _pins.Where(pin => pin.Cached > 0).MinBy(pin => pin.LastUsed));

    /// <summary>Makes a slot compute its text again from the beginning.</summary>
    public static void Forget(ILlamaContext context, Slot slot)
    {
        context.Remove(slot.Sequence, 0);
        slot.Cached = 0;
    }

    /// <summary>Follows the loss of the context: nothing is cached any more; running texts are kept to be computed again.</summary>
    public void ForgetAll()
    {
        foreach (var slot in _sequences)
        {
            slot.Cached = 0;
            if (slot.Running is null)
            {
                slot.Tokens.Clear();
            }
        }
    }

    // How much of the prompt the slot holds afterwards.
    private int FillBeginning(ILlamaContext context, Slot slot, ReadOnlySpan<int> prompt)
    {
        var source = SlotChoice.LongestPrefix(_sequences, prompt);
        var common = source.CommonPrefix(prompt);
        var spilled = _spill.Take(prompt, common);
        _spill.Save(context, slot, source == slot && spilled is null ? common : 0);
        if (spilled is not null && _spill.TryRestore(context, slot, spilled, () => EvictIdle(context)))
        {
            common = prompt.CommonPrefixLength(spilled.Tokens);
            context.Remove(slot.Sequence, common);
        }
        else if (source != slot)
        {
            // Room may have been made for what was saved, at the cost of the source.
            common = Math.Min(common, source.Cached);
            context.Remove(slot.Sequence, 0);
            context.Copy(source.Sequence, slot.Sequence, common);
            source.LastUsed = ++_clock;
        }
        else
        {
            context.Remove(slot.Sequence, common);
        }

        return common;
    }

    // Every step attends to every entry of the cache, whosesoever it is: 600 idle ones make a prompt of 500 tokens a tenth slower, and take
    // milliseconds to move.
    private void Stow(ILlamaContext context, Slot placed)
    {
        foreach (var slot in Slots)
        {
            if (slot != placed && slot.Running is null && _spill.Save(context, slot, 0))
            {
                Drop(context, slot);
            }
        }
    }

    private bool EvictIdle(ILlamaContext context) =>
        Evict(context, Slots.Where(slot => slot.Running is null && slot.Cached > 0).MinBy(slot => slot.LastUsed));

    private bool Evict(ILlamaContext context, Slot? victim)
    {
        if (victim is null)
        {
            return false;
        }

        _spill.Save(context, victim, 0);
        Drop(context, victim);
        return true;
    }

    private static void Drop(ILlamaContext context, Slot slot)
    {
        Forget(context, slot);
        slot.Tokens.Clear();
    }
}
