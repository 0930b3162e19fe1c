using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Chat.Transport;

/// <summary>
/// What goes on beside the stream of events, so that a slow answer of a service does not hold up the next event. Whoever starts it awaits
/// its
/// end before ending itself.
/// </summary>
/// <param name="isRefusal">True for what a service refused, which is no fault of the program.</param>
/// <param name="logger">Told what went wrong.</param>
/// <remarks>Safe to use from several threads at once.</remarks>
public sealed partial class BackgroundWork(Func<Exception, bool> isRefusal, ILogger logger)
{
    private readonly ConcurrentDictionary<long, Task> _running = [];
    private long _last;

    /// <summary>Starts something. What goes wrong is logged.</summary>
    /// <param name="what">What it is, for the log.</param>
    /// <param name="work">Does it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public void Start(string what, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        var id = Interlocked.Increment(ref _last);
        var task = RunAsync(what, work, cancellationToken);
        _running[id] = task;
        task.ContinueWith(
            _ => _running.TryRemove(id, out Task? _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Waits for all that runs.</summary>
    public Task WhenIdleAsync() => Task.WhenAll(_running.Values);

    private async Task RunAsync(string what, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        // Whoever starts it goes on at once, whatever the work does before it first waits.
        await Task.Yield();
        try
        {
            await work(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The program ends.
        }
        catch (Exception refused) when (isRefusal(refused))
        {
            Refused(what, refused.Message);
        }
        catch (Exception broken)
        {
            Broken(what, broken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{What} was refused: {Reason}")]
    private partial void Refused(string what, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{What} failed.")]
    private partial void Broken(string what, Exception exception);
}
