namespace ChatLineage.LocalModel;

/// <summary>
/// Loads something once, at the first use. A failed load is not remembered, so that the next use tries again; a caller that gives up does
/// not end the load for the others.
/// </summary>
internal sealed class LazyModel<T>(Func<CancellationToken, Task<T>> load) : IAsyncDisposable
    where T : class, IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _shutdown = new();
    private Task<T>? _loading;

    /// <summary>What was loaded, or null when nothing is yet.</summary>
    public T? Loaded => _loading is { IsCompletedSuccessfully: true } done ? done.GetAwaiter().GetResult() : null;

    /// <summary>Loads it, or waits for the load that is under way.</summary>
    public Task<T> GetAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_shutdown.IsCancellationRequested, typeof(LocalModelHost));
            if (_loading is null or { IsFaulted: true } or { IsCanceled: true })
            {
                _loading = Task.Run(() => load(_shutdown.Token), _shutdown.Token);
            }

            return _loading.WaitAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Task<T>? loading;
        lock (_gate)
        {
            if (_shutdown.IsCancellationRequested)
            {
                return;
            }

            _shutdown.Cancel();
            loading = _loading;
        }

        if (loading is not null)
        {
            await loading.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
            if (loading.IsCompletedSuccessfully)
            {
                await (await loading).DisposeAsync();
            }
        }

        _shutdown.Dispose();
    }
}
