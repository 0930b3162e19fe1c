using ChatLineage.Retrieval.Vectors;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Retrieval.Watching;

/// <summary>Prepares the latest retriever and computes its vectors in the background; what an older one still lacks is left.</summary>
/// <remarks><see cref="Start"/> is called by one thread at a time.</remarks>
internal sealed class BackgroundEmbedding(IProgress<EmbeddingProgress>? progress, ILogger logger) : IAsyncDisposable
{
    private CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    /// <summary>Goes on with another retriever.</summary>
    public void Start(HybridRetriever retriever)
    {
        var before = _running;
        var stopBefore = _stop;
        var stop = _stop = new CancellationTokenSource();
        _running = Task.Run(async () =>
        {
            await stopBefore.CancelAsync();
            await before;
            stopBefore.Dispose();
            await RunAsync(retriever, stop.Token);
        });
    }

    /// <summary>Stops and waits for the end.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }

    private async Task RunAsync(HybridRetriever retriever, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            retriever.Prepare();
            await retriever.EmbedAsync(progress, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // A newer snapshot takes over, or the program ends.
        }
        catch (Exception failure)
        {
            WatcherLog.EmbeddingFailed(logger, failure);
        }
    }
}
