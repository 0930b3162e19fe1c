namespace ChatLineage.LocalModel.Scheduling;

/// <summary>Compares a prompt with what the sequences hold.</summary>
internal static class SlotChoice
{
    /// <summary>
    /// Chooses a free slot. One that already holds half of what it has in common with the prompt goes on; otherwise the least recently used
    /// is overwritten.
    /// </summary>
    public static Slot Free(Slot[] slots, ReadOnlySpan<int> prompt)
    {
        Slot? best = null;
        Slot? oldest = null;
        var longest = 0;
        foreach (var slot in slots)
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

    /// <summary>The sequence that holds the longest beginning of a prompt; the first of them when several do.</summary>
    public static Slot LongestPrefix(Slot[] sequences, ReadOnlySpan<int> prompt)
    {
        var best = sequences[0];
        var longest = -1;
        foreach (var sequence in sequences)
        {
            var common = sequence.CommonPrefix(prompt);
            (best, longest) = common > longest ? (sequence, common) : (best, longest);
        }

        return best;
    }
}
