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
    // A fault that comes back so many times without a step in between that went well is not a passing one.
    private const int MostFailures = 3;
    private readonly ILlamaModel _model;
    private readonly Func<ILlamaContext> _createContext;
    private readonly ChannelReader<GenerationRequest> _queue;
    private readonly TimeProvider _clock;
    private readonly SequenceCache _cache;
    private readonly StepPlanner _planner;
    private readonly StepCancellation _cancellation = new();
    private readonly Action _wake;
    private readonly int _contextTokens;
    private ILlamaContext? _context;
    private int _failures;

    /// <param name="model">The model.</param>
    /// <param name="settings">The context to make, and to make again after a fault.</param>
    /// <param name="pins">How many of its sequences keep shared prompt beginnings.</param>
    /// <param name="queue">Where requests come from.</param>
    /// <param name="clock">Measures steps and requests.</param>
    /// <param name="wake">Called, from any thread, when a running request is cancelled.</param>
    public BatchScheduler(ILlamaModel model, ContextSettings settings, int pins, ChannelReader<GenerationRequest> queue, TimeProvider clock, Action wake)
    {
        _model = model;
        _createContext = () => model.CreateContext(settings);
        _queue = queue;
        _clock = clock;
        _wake = wake;
        _cache = new SequenceCache(settings.Sequences - pins, pins);
        _contextTokens = settings.ContextTokens;
        _planner = new StepPlanner(settings.BatchTokens, settings.Threads);
        _context = _createContext();
    }

    /// <summary>Requests that have a slot.</summary>
    public int Running
    {
        get
        {
            // Asked at every step: no enumerator.
            var running = 0;
            foreach (var slot in _cache.Slots)
            {
                running += slot.Running is null ? 0 : 1;
            }

            return running;
        }
    }

    /// <summary>Takes in what fits, computes one step and hands out the tokens.</summary>
    /// <returns>False when there was nothing to do.</returns>
    public bool Tick()
    {
        DropCancelled();
        Admit();
        if (Running == 0)
        {
            return false;
        }

        if (_context is null && !TryRecreate())
        {
            return true;
        }

        _planner.Plan(_cache.Slots);
        var began = _clock.GetTimestamp();
        var outcome = Decode(_context!);
        if (outcome == DecodeOutcome.Done)
        {
            _planner.Learn(_clock.GetElapsedTime(began));
            _failures = 0;
            Distribute(_context!);
            return true;
        }

        Recover(_context!, outcome);
        return true;
    }

    /// <summary>Aborts the running step and every further one; any thread.</summary>
    public void Abort() => _cancellation.Shutdown();

    /// <summary>Gives up the running requests and the context, after a fault that should not have happened.</summary>
    public void GiveUp(Exception problem)
    {
        FailRunning(problem);
        LoseContext();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        var problem = new ObjectDisposedException(nameof(LocalModelHost), "The local model was shut down.");
        FailRunning(problem);
        LoseContext();
        while (_queue.TryRead(out var request))
        {
            request.Fail(problem);
        }
    }

    private void DropCancelled()
    {
        foreach (var slot in _cache.Slots)
        {
            if (slot.Running is { Request.CancellationToken: { IsCancellationRequested: true } token })
            {
                Fail(slot, new OperationCanceledException(token));
            }
        }
    }

    private void Admit()
    {
        while (_queue.TryPeek(out var request))
        {
            if (request.CancellationToken.IsCancellationRequested)
            {
                _queue.TryRead(out _);
                request.Fail(new OperationCanceledException(request.CancellationToken));
                continue;
            }

            // Room for the whole of it is set aside, so that requests that run can always end.
            var reserved = _cache.Slots.Sum(slot => slot.Running?.Request.MostTokens ?? 0);
            if (!_cache.HasFreeSlot || (reserved > 0 && reserved + request.MostTokens > _contextTokens))
            {
                return;
            }

            if (_context is null && !TryRecreate())
            {
                continue;
            }

            _queue.TryRead(out _);
            Start(_context!, request);
        }
    }

    private void Start(ILlamaContext context, GenerationRequest request)
    {
        RunningRequest running;
        try
        {
            running = new RunningRequest(request, _model.CreateSampler(request.Sampling), _model, _clock);
        }
        catch (Exception problem)
        {
            request.Fail(problem);
            return;
        }

        try
        {
            var slot = _cache.Place(context, request.Prompt);
            running.CachedTokens = slot.Cached;
            slot.Running = running;
            running.OnCancelled(OnCancelled);
        }
        catch (Exception problem)
        {
            request.Fail(problem);
            running.Dispose();
            throw;
        }
    }

    private void OnCancelled()
    {
        _cancellation.Reconsider();
        _wake();
    }

    private DecodeOutcome Decode(ILlamaContext context)
    {
        context.UseThreads(_planner.Threads);
        _cancellation.Begin(context, _cache.Slots);
        try
        {
            return context.Decode(_planner.Batch);
        }
        finally
        {
            _cancellation.End();
        }
    }

    private void Distribute(ILlamaContext context)
    {
        foreach (var slot in _cache.Slots)
        {
            if (slot.Planned == 0 || slot.Running is not { } running)
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
                Advance(context, slot, running);
            }
            catch (Exception problem)
            {
                Fail(slot, problem);
            }
        }
    }

    private void Advance(ILlamaContext context, Slot slot, RunningRequest running)
    {
        if (running.OutputTokens == 0)
        {
            _cache.Pin(context, slot, running.Request.SharedTokens);
        }

        var token = context.Sample(running.Sampler, slot.Row);
        if (token < 0 || (!running.Request.IgnoresEnd && _model.EndsGeneration(token)))
        {
            Finish(slot, running, GenerationEnd.Stop);
            return;
        }

        running.Add(token);
        if (running.Stopped || running.OutputTokens >= running.Request.MaxOutputTokens)
        {
            Finish(slot, running, running.Stopped ? GenerationEnd.Stop : GenerationEnd.Length);
            return;
        }

        slot.Tokens.Add(token);
    }

    private void Recover(ILlamaContext context, DecodeOutcome outcome)
    {
        switch (outcome)
        {
            case DecodeOutcome.Aborted:
                foreach (var slot in _cache.Slots.Where(slot => slot.Planned > 0))
                {
                    Resynchronise(context, slot);
                }

                break;
            case DecodeOutcome.CacheFull when _cache.EvictOne(context):
                break;
            case DecodeOutcome.CacheFull when _planner.Shrink():
                break;
            case DecodeOutcome.CacheFull:
                Fail(
                    _cache.Slots.Where(slot => slot.Running is not null).MaxBy(slot => slot.LastUsed)!,
                    new GenerationException("The key-value cache is full. Raise LocalModel:ContextTokens or lower LocalModel:Conversations."));
                break;
            default:
                Rebuild(outcome);
                break;
        }
    }

    // After an abort the cache may hold part of what was planned.
    private static void Resynchronise(ILlamaContext context, Slot slot)
    {
        var cached = context.LastPosition(slot.Sequence) + 1;
        if (cached < slot.Cached || cached > slot.Cached + slot.Planned)
        {
            SequenceCache.Forget(context, slot);
            return;
        }

        slot.Cached = cached;
    }

    private void Rebuild(DecodeOutcome outcome)
    {
        LoseContext();
        if (++_failures >= MostFailures)
        {
            _failures = 0;
            FailRunning(new GenerationException($"The runtime failed {MostFailures} times in a row ({outcome}). The request was given up; others can be tried."));
        }
    }

    private void LoseContext()
    {
        _context?.Dispose();
        _context = null;
        _cache.ForgetAll();
    }

    private bool TryRecreate()
    {
        try
        {
            _context = _createContext();
            return true;
        }
        catch (ModelLoadException problem)
        {
            var failure = new GenerationException("The context of the model was lost and could not be made again. " + problem.Message, problem);
            FailRunning(failure);
            if (_queue.TryRead(out var request))
            {
                request.Fail(failure);
            }

            return false;
        }
    }

    private void FailRunning(Exception problem)
    {
        foreach (var slot in _cache.Slots)
        {
            Fail(slot, problem);
        }
    }

    private void Finish(Slot slot, RunningRequest running, GenerationEnd end)
    {
        _cache.Release(slot);
        running.Complete(end);
        running.Dispose();
    }

    private void Fail(Slot slot, Exception problem)
    {
        if (slot.Running is { } running)
        {
            _cache.Release(slot);
            running.Request.Fail(problem);
            running.Dispose();
        }
    }
}
