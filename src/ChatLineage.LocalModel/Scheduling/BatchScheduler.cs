using System.Threading.Channels;
using ChatLineage.LocalModel.Generation;
using ChatLineage.LocalModel.Runtime;

namespace ChatLineage.LocalModel.Scheduling;

/// <summary>
/// Runs many requests in one context: each step computes the last token of every generating request and, within a time budget, the next
/// piece of prompts that are waiting. Belongs to one thread, which calls <see cref="Tick"/>; the design follows llama-server's slots.
/// </summary>
internal sealed class BatchScheduler : IDisposable
{
    private readonly ChannelReader<GenerationRequest> _queue;
    private readonly TimeProvider _clock;
    private readonly SpilledStates _spilled;
    private readonly StepPlanner _planner;
    private readonly StepCancellation _cancellation = new();
    private readonly RunningSlots _running;
    private readonly ContextKeeper _keeper;
    private readonly Admission _admission;
    private readonly TokenHandout _handout;
    private readonly StepRecovery _recovery;

    /// <param name="model">The model.</param>
    /// <param name="settings">The context to make, and to make again after a fault.</param>
    /// <param name="plan">How its sequences are used.</param>
    /// <param name="queue">Where requests come from.</param>
    /// <param name="clock">Measures steps and requests.</param>
    /// <param name="wake">Called, from any thread, when a running request is cancelled.</param>
    public BatchScheduler(ILlamaModel model, ContextSettings settings, CachePlan plan, ChannelReader<GenerationRequest> queue,
        TimeProvider clock, Action wake)
    {
        _queue = queue;
        _clock = clock;
        _spilled = new SpilledStates(plan.SpillBytes);
        var cache = new SequenceCache(settings.Sequences - plan.Pins, plan.Pins, _spilled);
        _planner = new StepPlanner(settings.BatchTokens, settings.Threads);
        _running = new RunningSlots(cache);
        _keeper = new ContextKeeper(() => model.CreateContext(settings), cache);
        _handout = new TokenHandout(model, cache, _running);
        _recovery = new StepRecovery(_keeper, cache, _running, _planner);
        _admission = new Admission(model, _keeper, cache, _running, queue, settings.ContextTokens, clock, () =>
        {
            _cancellation.Reconsider();
            wake();
        });
    }

    /// <summary>Requests that have a slot.</summary>
    public int Running => _running.Count;

    /// <summary>Takes in what fits, computes one step and hands out the tokens.</summary>
    /// <returns>False when there was nothing to do.</returns>
    public bool Tick()
    {
        _running.DropCancelled();
        _admission.Admit();
        if (_running.Count == 0)
        {
            return false;
        }

        if (_keeper.Get(out var problem) is not { } context)
        {
            _running.FailAll(problem!);
            return true;
        }

        _planner.Plan(_running.All);
        var began = _clock.GetTimestamp();
        var outcome = Decode(context);
        if (outcome == DecodeOutcome.Done)
        {
            _planner.Learn(_clock.GetElapsedTime(began));
            _recovery.Succeeded();
            _handout.HandOut(context);
            return true;
        }

        _recovery.Recover(context, outcome);
        return true;
    }

    /// <summary>Aborts the running step and every further one; any thread.</summary>
    public void Abort() => _cancellation.Shutdown();

    /// <summary>Gives up the running requests and the context, after a fault that should not have happened.</summary>
    public void GiveUp(Exception problem)
    {
        _running.FailAll(problem);
        _keeper.Lose();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        var problem = new ObjectDisposedException(nameof(LocalModelHost), "The local model was shut down.");
        _running.FailAll(problem);
        _keeper.Dispose();
        _spilled.Dispose();
        while (_queue.TryRead(out var request))
        {
            request.Fail(problem);
        }
    }

    private DecodeOutcome Decode(ILlamaContext context)
    {
        context.UseThreads(_planner.Threads);
        _cancellation.Begin(context, _running.All);
        try
        {
            return context.Decode(_planner.Batch);
        }
        finally
        {
            _cancellation.End();
        }
    }
}
