using System.Threading.Channels;
using ChatLineage.LocalModel.Generation;
using ChatLineage.LocalModel.Runtime;

namespace ChatLineage.LocalModel.Scheduling;

/// <summary>Takes requests from the queue into free slots, in their order.</summary>
/// <param name="model">Makes their samplers.</param>
/// <param name="keeper">The context.</param>
/// <param name="cache">Finds what of their prompts is computed already.</param>
/// <param name="running">The slots.</param>
/// <param name="queue">Where they come from.</param>
/// <param name="contextTokens">Tokens that the cache holds.</param>
/// <param name="clock">Measures them.</param>
/// <param name="cancelled">Called, from any thread, when one that runs is cancelled.</param>
internal sealed class Admission(
    ILlamaModel model,
    ContextKeeper keeper,
    SequenceCache cache,
    RunningSlots running,
    ChannelReader<GenerationRequest> queue,
    int contextTokens,
    TimeProvider clock,
    Action cancelled)
{
    /// <summary>Takes in what fits.</summary>
    public void Admit()
    {
        while (queue.TryPeek(out var request))
        {
            if (request.CancellationToken.IsCancellationRequested)
            {
                queue.TryRead(out _);
                request.Fail(new OperationCanceledException(request.CancellationToken));
                continue;
            }

            // Room for the whole of it is set aside, so that requests that run can always end.
            var reserved = running.ReservedTokens;
            if (!cache.HasFreeSlot || (reserved > 0 && reserved + request.MostTokens > contextTokens))
            {
                return;
            }

            queue.TryRead(out _);
            if (keeper.Get(out var problem) is { } context)
            {
                Start(context, request);
                continue;
            }

            running.FailAll(problem!);
            request.Fail(problem!);
        }
    }

    private void Start(ILlamaContext context, GenerationRequest request)
    {
        RunningRequest started;
        try
        {
            started = new RunningRequest(request, model.CreateSampler(request.Sampling), model, clock);
        }
        catch (Exception problem)
        {
            request.Fail(problem);
            return;
        }

        try
        {
            var slot = cache.Place(context, request.Prompt);
            started.CachedTokens = slot.Cached;
            slot.Running = started;
            started.OnCancelled(cancelled);
        }
        catch (Exception problem)
        {
            request.Fail(problem);
            started.Dispose();
            throw;
        }
    }
}
