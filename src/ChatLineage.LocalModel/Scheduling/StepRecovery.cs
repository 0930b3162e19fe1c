using ChatLineage.LocalModel.Runtime;

namespace ChatLineage.LocalModel.Scheduling;

/// <summary>What happens after a step that did not go well: room is made, what is missing is computed again, or a request is given
/// up.</summary>
internal sealed class StepRecovery(ContextKeeper keeper, SequenceCache cache, RunningSlots running, StepPlanner planner)
{
    // A fault that comes back so many times without a step in between that went well is not a passing one.
    private const int MostFailures = 3;
    private int _failures;

    /// <summary>Notes that a step went well.</summary>
    public void Succeeded() => _failures = 0;

    /// <summary>Makes the next step possible.</summary>
    public void Recover(ILlamaContext context, DecodeOutcome outcome)
    {
        switch (outcome)
        {
            case DecodeOutcome.Aborted:
                foreach (var slot in running.All.Where(slot => slot.Planned > 0))
                {
                    Resynchronise(context, slot);
                }

                break;
            case DecodeOutcome.CacheFull when cache.EvictOne(context):
                break;
            case DecodeOutcome.CacheFull when planner.Shrink():
                break;
            case DecodeOutcome.CacheFull:
                running.Fail(
                    running.All.Where(slot => slot.Running is not null).MaxBy(slot => slot.LastUsed)!,
                    new GenerationException(
                        "The key-value cache is full. Raise LocalModel:ContextTokens or lower LocalModel:Conversations."));
                break;
            default:
                Rebuild(outcome);
                break;
        }
    }

    // After an abort the cache may hold part of what was planned, or all of it but not what to sample from: one token is always computed
    // again, since a text without any to compute would wait for ever.
    private static void Resynchronise(ILlamaContext context, Slot slot)
    {
        var cached = context.LastPosition(slot.Sequence) + 1;
        if (cached < slot.Cached || cached > slot.Cached + slot.Planned)
        {
            SequenceCache.Forget(context, slot);
            return;
        }

        slot.Cached = Math.Min(cached, slot.Tokens.Count - 1);
        context.Remove(slot.Sequence, slot.Cached);
    }

    private void Rebuild(DecodeOutcome outcome)
    {
        keeper.Lose();
        if (++_failures >= MostFailures)
        {
            _failures = 0;
            running.FailAll(new GenerationException(
                $"The runtime failed {MostFailures} times in a row ({outcome}). The request was given up; others can be tried."));
        }
    }
}
