using ChatLineage.LocalModel.Generation;
using ChatLineage.LocalModel.Runtime;

namespace ChatLineage.LocalModel.Scheduling;

/// <summary>Samples after a step that went well, and hands each request its token.</summary>
internal sealed class TokenHandout(ILlamaModel model, SequenceCache cache, RunningSlots running)
{
    /// <summary>Takes in what the step computed, and goes on with every request whose prompt is complete.</summary>
    public void HandOut(ILlamaContext context)
    {
        foreach (var slot in running.All)
        {
            if (slot.Planned == 0 || slot.Running is not { } request)
            {
                continue;
            }

            slot.Cached += slot.Planned;
            slot.Planned = 0;
            if (slot.Row < 0)
            {
                continue;
            }

            try
            {
                Advance(context, slot, request);
            }
            catch (Exception problem)
            {
                running.Fail(slot, problem);
            }
        }
    }

    private void Advance(ILlamaContext context, Slot slot, RunningRequest request)
    {
        if (request.OutputTokens == 0)
        {
            cache.Pin(context, slot, request.Request.SharedTokens);
        }

        var token = context.Sample(request.Sampler, slot.Row);
        if (token < 0 || (!request.Request.IgnoresEnd && model.EndsGeneration(token)))
        {
            running.Finish(slot, request, GenerationEnd.Stop);
            return;
        }

        request.Add(token);
        if (request.Stopped || request.OutputTokens >= request.Request.MaxOutputTokens)
        {
            running.Finish(slot, request, request.Stopped ? GenerationEnd.Stop : GenerationEnd.Length);
            return;
        }

        slot.Tokens.Add(token);
    }
}
