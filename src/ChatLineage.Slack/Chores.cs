using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Slack;

/// <summary>Work that goes on after a delivery was acknowledged. It is awaited before the platform ends, and what fails is logged.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
[SuppressMessage("Reliability", "CA1001", Justification = "A SemaphoreSlim whose wait handle is not used holds nothing to free.")]
internal sealed partial class Chores(ILogger logger, CancellationToken stopping)
{
    private const int AtOnce = 16;

    private readonly ConcurrentDictionary<Task, bool> _running = [];
    private readonly SemaphoreSlim _places = new(AtOnce);

    /// <summary>Begins a piece of work and returns at once.</summary>
    public void Start(string name, Func<CancellationToken, Task> work)
    {
        var task = Task.Run(() => RunAsync(name, work), CancellationToken.None);
        _running[task] = true;
        task.ContinueWith(ended => _running.TryRemove(ended, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Completes when no work is left.</summary>
    public Task EndAsync() => Task.WhenAll(_running.Keys);

    private async Task RunAsync(string name, Func<CancellationToken, Task> work)
    {
        try
        {
            await _places.WaitAsync(stopping);
            try
            {
                await work(stopping);
            }
            finally
            {
                _places.Release();
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The platform ends.
        }
        catch (Exception failed)
        {
            Failed(name, failed);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Name} failed.")]
    private partial void Failed(string name, Exception exception);
}
