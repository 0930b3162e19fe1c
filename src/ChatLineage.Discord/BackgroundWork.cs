using System.Collections.Concurrent;
using ChatLineage.Discord.Protocol.Rest;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Discord;

/// <summary>What goes on beside the stream of events, so that a slow answer of Discord does not hold up the next event.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
internal sealed partial class BackgroundWork(ILogger logger)
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
        task.ContinueWith(_ => _running.TryRemove(id, out Task? _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Waits for all that runs.</summary>
    public Task WhenIdleAsync() => Task.WhenAll(_running.Values);

    private async Task RunAsync(string what, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The program ends.
        }
        catch (DiscordRestException refused)
        {
            Refused(logger, what, refused.Message);
        }
        catch (Exception broken)
        {
            Broken(logger, what, broken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord refused {What}: {Reason}")]
    private static partial void Refused(ILogger logger, string what, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{What} failed.")]
    private static partial void Broken(ILogger logger, string what, Exception exception);
}
