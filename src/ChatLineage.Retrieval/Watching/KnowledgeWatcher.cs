using System.Threading.Channels;
using ChatLineage.Knowledge;
using ChatLineage.Retrieval.Vectors;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatLineage.Retrieval.Watching;

/// <summary>
/// Keeps notes and search up to date with a knowledge folder: an edit takes effect within a second, as a whole or not at all. A note
/// that became wrong is reported and its last good version stays.
/// </summary>
/// <remarks>
/// <see cref="Current"/> can be read from any thread. Events only say that it is time to look: what changed is found by comparing
/// the files, so editors that write a copy and rename it, renamed folders and lost events all work. Vectors are computed in the
/// background.
/// </remarks>
public sealed class KnowledgeWatcher : IAsyncDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan Bound = TimeSpan.FromMilliseconds(600);

    private readonly Channel<bool> _due =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource _stop = new();
    private readonly IFileEvents _events;
    private readonly Debounce _debounce;
    private readonly FolderState _state;
    private readonly KnowledgeStore _store;
    private readonly TextVectors? _vectors;
    private readonly BackgroundEmbedding _embedding;
    private readonly IProgress<KnowledgeUpdate>? _updates;
    private readonly ILogger _logger;
    private readonly HashSet<string> _named = new(StringComparer.Ordinal);
    private readonly Task _running;
    private volatile KnowledgeSnapshot _current;
    private volatile TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private KnowledgeWatcher(string folder, IFileEvents events, KnowledgeWatcherOptions options, TimeProvider time)
    {
        _logger = (ILogger?)options.Logger ?? NullLogger.Instance;
        _events = events;
        _updates = options.Updates;
        _vectors = options.Vectors;
        _debounce = new Debounce(time, Quiet, Bound, () => _due.Writer.TryWrite(true));
        _events.Changed += OnChanged;

        // In this order, so that an edit made meanwhile is seen as a change, at worst twice.
        _events.Start();
        _state = new FolderState(folder);
        _store = KnowledgeStore.Open(folder);
        var retriever = new HybridRetriever(_store.Current, _vectors);
        _current = new KnowledgeSnapshot(_store.Current, retriever);
        _embedding = new BackgroundEmbedding(options.Embedding, _logger);
        _embedding.Start(retriever);
        _running = Task.Run(() => RunAsync(_stop.Token));
    }

    /// <summary>The latest snapshot.</summary>
    public KnowledgeSnapshot Current => _current;

    /// <summary>Reads a folder and watches it until the watcher is disposed.</summary>
    /// <param name="folder">The knowledge folder.</param>
    /// <param name="options">Vectors, and who is told what.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static KnowledgeWatcher Open(string folder, KnowledgeWatcherOptions options, TimeProvider time)
    {
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException(
                $"There is no knowledge folder at '{folder}'. Name it with --knowledge <folder>, or run from the folder that holds "
                    + "'knowledge'.");
        return Open(folder, new FolderEvents(folder), options, time);
    }

    internal static KnowledgeWatcher Open(string folder, IFileEvents events, KnowledgeWatcherOptions options, TimeProvider time) =>
        new(folder, events, options, time);

    /// <summary>The latest snapshot, as soon as it is another than one that the caller has.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<KnowledgeSnapshot> NextAsync(KnowledgeSnapshot after, CancellationToken cancellationToken)
    {
        while (true)
        {
            var changed = _changed.Task;
            if (_current != after)
                return _current;
            await changed.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Stops watching and waits for what is under way.</summary>
    public async ValueTask DisposeAsync()
    {
        _events.Dispose();
        _debounce.Dispose();
        await _stop.CancelAsync();
        await _running;
        await _embedding.DisposeAsync();
        _stop.Dispose();
    }

    private void OnChanged(string? path)
    {
        if (path is not null && FolderState.IsKnowledge(path))
        {
            lock (_named)
                _named.Add(path);
        }

        _debounce.Signal();
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var _ in _due.Reader.ReadAllAsync(cancellationToken))
                TakeIn();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The watcher is disposed.
        }
    }

    private void TakeIn()
    {
        try
        {
            var paths = ChangedPaths();
            if (paths.Count == 0)
                return;
            var update = _store.Refresh(paths);
            foreach (var finding in update.Findings)
                WatcherLog.Finding(_logger, finding.Rule.Id, finding.Path, finding.At.Line, finding.At.Column);
            if (update.Knowledge != _current.Knowledge)
                Publish(update.Knowledge);
            WatcherLog.TakenIn(_logger, paths.Count, update.Kept.Length);
            _updates?.Report(update);
        }
        catch (Exception failure)
        {
            // Whatever it was, the last good version answers on and the next edit is another chance.
            WatcherLog.Failed(_logger, failure);
        }
    }

    private HashSet<string> ChangedPaths()
    {
        // The comparison names files that no event did; events name files whose size and time stayed the same.
        var paths = new HashSet<string>(_state.Changes(), StringComparer.Ordinal);
        lock (_named)
        {
            paths.UnionWith(_named);
            _named.Clear();
        }

        return paths;
    }

    private void Publish(KnowledgeBase knowledge)
    {
        var retriever = new HybridRetriever(knowledge, _vectors);
        retriever.Prepare();
        _current = new KnowledgeSnapshot(knowledge, retriever);
        Interlocked.Exchange(ref _changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        _embedding.Start(retriever);
    }
}
