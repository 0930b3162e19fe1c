using System.Threading.Channels;
using ChatLineage.LocalModel.Generation;
using ChatLineage.LocalModel.Runtime;

namespace ChatLineage.LocalModel.Scheduling;

/// <summary>
/// The thread that owns the context of the language model, and the bounded queue before it. The thread blocks when there is nothing to do;
/// it is its own, so nobody else waits with it.
/// </summary>
internal sealed class SchedulerThread : IAsyncDisposable
{
    private readonly Channel<GenerationRequest> _queue;
    private readonly BatchScheduler _scheduler;
    private readonly TimeProvider _clock;
    private readonly AutoResetEvent _wake = new(false);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Action<Exception> _onFault;
    private volatile bool _stopping;
    private volatile bool _aborting;

    public SchedulerThread(ILlamaModel model, ContextSettings settings, CachePlan plan, int queueLimit, TimeProvider clock,
        Action<Exception> onFault)
    {
        _clock = clock;
        _onFault = onFault;
        _queue = Channel.CreateBounded<GenerationRequest>(
            new BoundedChannelOptions(queueLimit) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
        _scheduler = new BatchScheduler(model, settings, plan, _queue.Reader, clock, () => _wake.Set());
        new Thread(Run) { IsBackground = true, Name = "ChatLineage local model" }.Start();
    }

    /// <summary>Requests that wait for a free place.</summary>
    public int Queued => _queue.Reader.Count;

    /// <summary>Puts a request into the queue; when it is full, waits until there is room.</summary>
    /// <exception cref="ObjectDisposedException">The model was shut down.</exception>
    public async ValueTask SubmitAsync(GenerationRequest request, CancellationToken cancellationToken)
    {
        request.SubmittedAt = _clock.GetTimestamp();
        try
        {
            await _queue.Writer.WriteAsync(request, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(LocalModelHost), "The local model was shut down.");
        }

        _wake.Set();
    }

    /// <summary>Takes no further requests and lets those in the queue end.</summary>
    /// <param name="cancellationToken">When it is cancelled, what still runs is aborted.</param>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _stopping = true;
        _queue.Writer.TryComplete();
        _wake.Set();
        await using var abort = cancellationToken.UnsafeRegister(static state => ((SchedulerThread)state!).AbortAll(), this);
        await _ended.Task;
    }

    /// <summary>Aborts what runs and ends the thread.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync(new CancellationToken(canceled: true));
        _wake.Dispose();
    }

    private void AbortAll()
    {
        _aborting = true;
        _scheduler.Abort();
        _wake.Set();
    }

    private void Run()
    {
        while (!_aborting)
        {
            try
            {
                if (_scheduler.Tick())
                {
                    continue;
                }
            }
            catch (Exception problem)
            {
                // A mistake of ours must not end the program or leave callers waiting.
                _onFault(problem);
                _scheduler.GiveUp(problem);
                continue;
            }

            if (_stopping && _queue.Reader.Count == 0)
            {
                break;
            }

            _wake.WaitOne();
        }

        _scheduler.Dispose();
        _ended.TrySetResult();
    }
}
