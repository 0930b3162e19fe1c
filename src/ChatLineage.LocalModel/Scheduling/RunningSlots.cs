using ChatLineage.LocalModel.Generation;

namespace ChatLineage.LocalModel.Scheduling;

/// <summary>The slots in which requests run, and how a request leaves its slot.</summary>
internal sealed class RunningSlots(SequenceCache cache)
{
    /// <summary>Every slot, the idle ones too.</summary>
    public Slot[] All => cache.Slots;

    /// <summary>Requests that have a slot.</summary>
    public int Count
    {
        get
        {
            // Asked at every step: no enumerator.
            var running = 0;
            foreach (var slot in cache.Slots)
            {
                running += slot.Running is null ? 0 : 1;
            }

            return running;
        }
    }

    /// <summary>Cache entries that the running requests may need in all.</summary>
    public int ReservedTokens => cache.Slots.Sum(slot => slot.Running?.Request.MostTokens ?? 0);

    /// <summary>Ends a request well.</summary>
    public void Finish(Slot slot, RunningRequest running, GenerationEnd end)
    {
        cache.Release(slot);
        running.Complete(end);
        running.Dispose();
    }

    /// <summary>Ends the request of a slot with an error, if it has one.</summary>
    public void Fail(Slot slot, Exception problem)
    {
        if (slot.Running is { } running)
        {
            cache.Release(slot);
            running.Request.Fail(problem);
            running.Dispose();
        }
    }

    /// <summary>Ends every request with an error.</summary>
    public void FailAll(Exception problem)
    {
        foreach (var slot in cache.Slots)
        {
            Fail(slot, problem);
        }
    }

    /// <summary>Ends the requests that nobody wants any more.</summary>
    public void DropCancelled()
    {
        foreach (var slot in cache.Slots)
        {
            if (slot.Running is { Request.CancellationToken: { IsCancellationRequested: true } token })
            {
                Fail(slot, new OperationCanceledException(token));
            }
        }
    }
}
