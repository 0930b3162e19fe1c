using ChatLineage.Answering.Search;
using ChatLineage.Knowledge;
using ChatLineage.Retrieval.Tests.Vectors;
using ChatLineage.Retrieval.Vectors;
using ChatLineage.Retrieval.Watching;
using ChatLineage.Testing.Search;
using Microsoft.Extensions.Time.Testing;

namespace ChatLineage.Retrieval.Tests.Watching;

public sealed class KnowledgeWatcherTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RaisedEvents _events = new();
    private readonly FakeTimeProvider _time = new();
    private readonly Told<KnowledgeUpdate> _updates = new();
    private readonly Told<EmbeddingProgress> _embedding = new();
    private readonly WordEmbeddingGenerator _generator = new();
    private TextVectors? _vectors;
    private KnowledgeWatcher _watcher = null!;

    public Task InitializeAsync()
    {
        SmallNotes.Write(_folder.Path);
        _watcher = Open();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _watcher.DisposeAsync();

    public void Dispose()
    {
        _vectors?.Dispose();
        _generator.Dispose();
        _events.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Edited_note_takes_effect_in_notes_and_search_and_leaves_the_snapshot_before()
    {
        var before = _watcher.Current;
        _folder.Edit("models/llama.md", "leaked through a torrent link", "escaped by carrier pigeon");

        Pass("models/llama.md");

        var after = await _watcher.NextAsync(before, CancellationToken.None);
        Assert.Single(await Search(after, "carrier pigeon"));
        Assert.Empty(await Search(before, "carrier pigeon"));
        Assert.Single(await Search(before, "torrent"));
        Assert.Empty(await Search(after, "torrent"));
        Assert.Same(after.Knowledge.FindEntity("llama"), (await Search(after, "carrier pigeon"))[0].Chunk.Subject);
        Assert.Same(after, _watcher.Current);
    }

    [Fact]
    public async Task Broken_note_is_reported_and_the_last_good_version_stays_until_it_is_mended()
    {
        var before = _watcher.Current;
        _folder.Edit("models/llama.md", "kind: model", "kind: [");

        Pass("models/llama.md");
        var broken = await _updates.NextAsync();

        Assert.Equal("models/llama.md", Assert.Single(broken.Kept));
        Assert.NotEmpty(broken.Findings);
        Assert.Same(before, _watcher.Current);

        _folder.Edit("models/llama.md", "kind: [", "kind: tool");
        Pass("models/llama.md");

        Assert.Empty((await _updates.NextAsync()).Findings);
        Assert.Equal(Knowledge.Entities.EntityKind.Tool, _watcher.Current.Knowledge.FindEntity("llama")!.Kind);
    }

    [Fact]
    public async Task Editor_that_writes_a_copy_and_renames_it_is_understood()
    {
        File.Copy(_folder["models/llama.md"], _folder["models/llama.md~"]);
        _folder.Write("models/4913", "");
        File.Delete(_folder["models/4913"]);
        _folder.Write("models/.llama.md.swp",
            File.ReadAllText(_folder["models/llama.md"]).Replace("name: LLaMA", "name: Llama One", StringComparison.Ordinal));
        File.Move(_folder["models/.llama.md.swp"], _folder["models/llama.md"], overwrite: true);

        Pass("models/llama.md~", "models/4913", "models/.llama.md.swp");
        var update = await _updates.NextAsync();

        Assert.Empty(update.Findings);
        Assert.Equal("Llama One", _watcher.Current.Knowledge.FindEntity("llama")!.Name);
    }

    [Fact]
    public async Task Lost_events_are_made_up_for_by_looking()
    {
        File.Delete(_folder["models/stable-vicuna.md"]);
        _folder.Write("models/koala.md", "---\nid: koala\nname: Koala\nkind: model\n---\n");

        Pass([null]);
        await _updates.NextAsync();

        Assert.Null(_watcher.Current.Knowledge.FindEntity("stable-vicuna"));
        Assert.NotNull(_watcher.Current.Knowledge.FindEntity("koala"));
    }

    [Fact]
    public async Task Files_changed_together_take_effect_together()
    {
        var before = _watcher.Current;
        _folder.Edit("models/llama.md", "name: LLaMA", "name: Llama One");
        _events.Raise("models/llama.md");
        _time.Advance(TimeSpan.FromMilliseconds(100));
        _folder.Edit("models/vicuna.md", "name: Vicuna", "name: Vicuña");

        Pass("models/vicuna.md");
        var after = await _watcher.NextAsync(before, CancellationToken.None);

        Assert.Equal("Llama One", after.Knowledge.FindEntity("llama")!.Name);
        Assert.Equal("Vicuña", after.Knowledge.FindEntity("vicuna")!.Name);
        await _updates.NextAsync();
        Assert.Same(after, _watcher.Current);
    }

    [Fact]
    public async Task Edit_that_keeps_size_and_time_is_found_by_its_event()
    {
        var written = File.GetLastWriteTimeUtc(_folder["models/llama.md"]);
        _folder.Edit("models/llama.md", "name: LLaMA", "name: LLAMA");
        File.SetLastWriteTimeUtc(_folder["models/llama.md"], written);

        Pass("models/llama.md");
        await _updates.NextAsync();

        Assert.Equal("LLAMA", _watcher.Current.Knowledge.FindEntity("llama")!.Name);
    }

    [Fact]
    public async Task Folder_that_is_gone_leaves_the_last_good_version()
    {
        var before = _watcher.Current;
        Directory.Move(_folder["models"], _folder.Path + "-models");
        Directory.Delete(_folder.Path, recursive: true);
        Pass([null]);
        Directory.CreateDirectory(_folder.Path);
        SmallNotes.Write(_folder.Path);
        _folder.Edit("models/llama.md", "name: LLaMA", "name: Llama One");
        Pass("models/llama.md");

        var after = await _watcher.NextAsync(before, CancellationToken.None);

        Assert.NotNull(before.Knowledge.FindEntity("llama"));
        Assert.NotNull(after.Knowledge.FindEntity("vicuna"));
        Directory.Delete(_folder.Path + "-models", recursive: true);
    }

    [Fact]
    public async Task Edited_sentence_alone_is_embedded_anew()
    {
        await _watcher.DisposeAsync();
        _vectors = new TextVectors(_generator, folder: null);
        _watcher = Open();
        await Embedded();
        var asked = _generator.Asked.Count;
        _folder.Edit("models/llama.md", "leaked through a torrent link", "escaped by carrier pigeon");

        Pass("models/llama.md");
        await _updates.NextAsync();
        await Embedded();

        Assert.Equal(["LLaMA's weights escaped by carrier pigeon within a week."], _generator.Asked.Skip(asked));
    }

    [Fact]
    public async Task Failing_model_disturbs_neither_edits_nor_search()
    {
        await _watcher.DisposeAsync();
        _generator.Before = _ => throw new InvalidOperationException("The model is gone.");
        _vectors = new TextVectors(_generator, folder: null);
        _watcher = Open();
        _folder.Edit("models/llama.md", "torrent", "magnet");

        Pass("models/llama.md");
        await _updates.NextAsync();

        Assert.Single(await Search(_watcher.Current, "magnet"));
    }

    [Fact]
    public async Task DisposeAsync_stops_the_events_and_who_waits_can_stop_waiting()
    {
        Assert.True(_events.Started);
        using var stop = new CancellationTokenSource();
        var waiting = _watcher.NextAsync(_watcher.Current, stop.Token);
        await _watcher.DisposeAsync();
        Assert.True(_events.Disposed);
        Assert.False(waiting.IsCompleted);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        _watcher = Open();
    }

    private KnowledgeWatcher Open() => KnowledgeWatcher.Open(
        _folder.Path, _events, new KnowledgeWatcherOptions { Vectors = _vectors, Updates = _updates, Embedding = _embedding }, _time);

    private void Pass(params string?[] paths)
    {
        foreach (var path in paths)
            _events.Raise(path);
        _time.Advance(TimeSpan.FromMilliseconds(150));
    }

    private async Task Embedded()
    {
        EmbeddingProgress progress;
        do
        {
            progress = await _embedding.NextAsync();
        }
        while (progress.Done < progress.Total);
    }

    private static async Task<IReadOnlyList<SearchHit>> Search(KnowledgeSnapshot snapshot, string text) =>
        await snapshot.Retriever.SearchAsync(new SearchRequest(text, [], 5), CancellationToken.None);
}
