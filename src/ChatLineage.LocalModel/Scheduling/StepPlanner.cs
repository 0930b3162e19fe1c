using ChatLineage.LocalModel.Runtime;

namespace ChatLineage.LocalModel.Scheduling;

/// <summary>
/// Decides what a step computes: the last token of every generating request first, then pieces of the prompts that wait, as many tokens as
/// those who are being answered can bear.
/// </summary>
internal sealed class StepPlanner(int batchTokens, int threads)
{
    // Trying other numbers of threads on a larger piece of a prompt would hold it up for longer than is ever gained.
    private const int LargestTrial = 64;
    private readonly StepPace _pace = new();
    private readonly ThreadChoice _threads = new(threads);
    private int _promptLimit = batchTokens;

    /// <summary>The tokens of the step.</summary>
    public TokenBatch Batch { get; } = new(batchTokens);

    /// <summary>Requests in the step that generate.</summary>
    public int Generating { get; private set; }

    /// <summary>Prompt tokens in the step.</summary>
    public int PromptTokens => Batch.Count - Generating;

    /// <summary>Threads for the step.</summary>
    public int Threads { get; private set; } = threads;

    /// <summary>Fills the batch, and notes in each slot its share.</summary>
    public void Plan(Slot[] slots)
    {
        Batch.Clear();
        Generating = 0;
        var waiting = 0;
        foreach (var slot in slots)
        {
            slot.Planned = slot.IsGenerating ? 1 : 0;
            slot.Row = -1;
            Generating += slot.Planned;
            waiting += slot.Running is not null && slot.Planned == 0 ? 1 : 0;
        }

        var room = Batch.Capacity - Generating;
        var budget = Math.Min(_promptLimit, Generating > 0 ? _pace.Budget(room) : room);
        if (waiting > 0)
        {
            // First the same for everybody, so that a short prompt need not wait for a long one; then what is left over.
            var given = Share(slots, Math.Max(1, budget / waiting), budget);
            Share(slots, budget, budget - given);
        }

        foreach (var slot in slots)
        {
            Add(slot);
        }

        // Nor may a trial hold up those who are being answered: their steps with a piece of a prompt are as long as they can bear already.
        Threads = _threads.Next(Batch.Count, mayTry: PromptTokens == 0 || (Generating == 0 && Batch.Count <= LargestTrial));
    }

    /// <summary>Learns from a step that went well.</summary>
    public void Learn(TimeSpan duration)
    {
        _promptLimit = Batch.Capacity;
        _pace.Observe(PromptTokens, Generating, duration);
        _threads.Observe(Batch.Count, Threads, duration);
    }

    /// <summary>Takes half as many prompt tokens until a step goes well.</summary>
    /// <returns>False when there is nothing to halve.</returns>
    public bool Shrink()
    {
        _promptLimit = PromptTokens > 1 ? PromptTokens / 2 : Batch.Capacity;
        return PromptTokens > 1;
    }

    private static int Share(Slot[] slots, int each, int left)
    {
        var given = 0;
        foreach (var slot in slots)
        {
            if (slot.Running is not null && !slot.IsGenerating)
            {
                var more = Math.Min(Math.Min(slot.Pending - slot.Planned, each), left - given);
                slot.Planned += more;
                given += more;
            }
        }

        return given;
    }

    private void Add(Slot slot)
    {
        for (var i = 0; i < slot.Planned; i++)
        {
            var position = slot.Cached + i;
            var last = position == slot.Tokens.Count - 1;
            var row = Batch.Add(slot.Tokens[position], position, slot.Sequence, last);
            slot.Row = last ? row : -1;
        }
    }
}
