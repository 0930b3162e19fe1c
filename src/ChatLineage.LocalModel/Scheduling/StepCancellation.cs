using ChatLineage.LocalModel.Runtime;

namespace ChatLineage.LocalModel.Scheduling;

/// <summary>
/// Aborts the running step when nobody wants its result any more. An abort ends the whole step, so it waits until every request in it is
/// cancelled; otherwise a cancelled request is dropped after the step.
/// </summary>
internal sealed class StepCancellation
{
    private readonly Lock _gate = new();
    private readonly List<CancellationToken> _wanted = [];
    private ILlamaContext? _context;
    private bool _shutdown;

    /// <summary>Begins a step over the given slots.</summary>
    public void Begin(ILlamaContext context, Slot[] slots)
    {
        lock (_gate)
        {
            context.ClearAbort();
            _wanted.Clear();
            foreach (var slot in slots)
            {
                if (slot.Planned > 0 && slot.Running is { } running)
                {
                    _wanted.Add(running.Request.CancellationToken);
                }
            }

            _context = context;
            AbortIfUnwanted();
        }
    }

    /// <summary>Ends the step.</summary>
    public void End()
    {
        lock (_gate)
        {
            _context = null;
        }
    }

    /// <summary>Looks again after a request was cancelled; any thread.</summary>
    public void Reconsider()
    {
        lock (_gate)
        {
            AbortIfUnwanted();
        }
    }

    /// <summary>Aborts the running step and every further one.</summary>
    public void Shutdown()
    {
        lock (_gate)
        {
            _shutdown = true;
            AbortIfUnwanted();
        }
    }

    private void AbortIfUnwanted()
    {
        if (_context is not null && (_shutdown || _wanted.TrueForAll(token => token.IsCancellationRequested)))
        {
            _context.Abort();
        }
    }
}
