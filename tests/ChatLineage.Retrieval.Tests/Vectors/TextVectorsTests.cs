using ChatLineage.Answering.Search;
using ChatLineage.Retrieval.Vectors;
using ChatLineage.Testing.Search;

namespace ChatLineage.Retrieval.Tests.Vectors;

public sealed class TextVectorsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly WordEmbeddingGenerator _generator = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task OfChunksAsync_second_run_on_the_same_folder_asks_for_nothing()
    {
        await Embed(_folder.Path, "one", "two");
        Assert.Equal(["one", "two"], _generator.Asked);

        await Embed(_folder.Path, "two", "one", "three");

        Assert.Equal(["one", "two", "three"], _generator.Asked);
    }

    [Fact]
    public async Task OfChunksAsync_same_text_is_asked_for_once()
    {
        var index = await Embed(null, "it leaked", "it leaked", "a licence");

        Assert.Equal(["it leaked", "a licence"], _generator.Asked);
        Assert.Equal([0, 1], index.Search(WordEmbeddingGenerator.Vector("escaped"), 2, 0.5f));
    }

    [Fact]
    public async Task OfChunksAsync_cancelled_keeps_what_was_computed()
    {
        using var stop = new CancellationTokenSource();
        var texts = Enumerable.Range(0, 100).Select(number => $"text {number}").ToArray();
        _generator.Before = _ =>
        {
            if (_generator.Asked.Count >= 64)
                stop.Cancel();
        };
        using (var vectors = new TextVectors(_generator, _folder.Path))
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                () => vectors.OfChunksAsync([.. texts.Select(Chunk)], null, stop.Token));
        _generator.Before = _ => { };

        await Embed(_folder.Path, texts);

        Assert.Equal(texts, _generator.Asked);
    }

    [Fact]
    public async Task OfChunksAsync_progress_counts_to_the_total()
    {
        var told = new List<EmbeddingProgress>();
        using var vectors = new TextVectors(_generator, null);

        await vectors.OfChunksAsync([.. Enumerable.Range(0, 70).Select(number => Chunk($"text {number}"))], new Told(told),
            CancellationToken.None);

        Assert.Equal([new(0, 70), new(32, 70), new(64, 70), new(70, 70)], told);
    }

    [Fact]
    public async Task OfChunksAsync_folder_that_cannot_be_written_is_no_failure()
    {
        _folder.Write("a file", "");

        var index = await Embed(_folder["a file/no folder"], "it leaked");

        Assert.Equal([0], index.Search(WordEmbeddingGenerator.Vector("torrent"), 1, 0.5f));
    }

    [Fact]
    public async Task SearchAsync_by_meaning_finds_what_shares_no_word_and_nothing_far_off()
    {
        using var vectors = new TextVectors(_generator, null);
        var retriever = new HybridRetriever(SmallNotes.Link(), vectors);
        var request = new SearchRequest("how did it escaped", [], 3);
        Assert.Empty(await retriever.SearchAsync(request, CancellationToken.None));

        await retriever.EmbedAsync(null, CancellationToken.None);

        var hit = Assert.Single(await retriever.SearchAsync(request, CancellationToken.None));
        Assert.StartsWith("LLaMA's weights leaked", hit.Chunk.Text, StringComparison.Ordinal);
        Assert.Equal("words none, entity none, meaning 1", hit.Explanation);
    }

    [Fact]
    public async Task SearchAsync_model_fails_goes_on_without_vectors()
    {
        using var vectors = new TextVectors(_generator, null);
        var retriever = new HybridRetriever(SmallNotes.Link(), vectors);
        await retriever.EmbedAsync(null, CancellationToken.None);
        _generator.Before = _ => throw new InvalidOperationException("The model is gone.");

        var hits = await retriever.SearchAsync(new SearchRequest("torrent", [], 3), CancellationToken.None);

        Assert.Equal("words 1, entity none, meaning none", hits[0].Explanation);
    }

    [Fact]
    public async Task EmbedAsync_fails_leaves_search_as_it_was()
    {
        using var vectors = new TextVectors(_generator, null);
        var retriever = new HybridRetriever(SmallNotes.Link(), vectors);
        _generator.Before = _ => throw new InvalidOperationException("The model is gone.");

        await Assert.ThrowsAsync<InvalidOperationException>(() => retriever.EmbedAsync(null, CancellationToken.None));

        Assert.False(retriever.SearchesByMeaning);
        Assert.NotEmpty(await retriever.SearchAsync(new SearchRequest("torrent", [], 3), CancellationToken.None));
    }

    private async Task<VectorIndex> Embed(string? folder, params string[] texts)
    {
        using var vectors = new TextVectors(_generator, folder);
        return await vectors.OfChunksAsync([.. texts.Select(Chunk)], null, CancellationToken.None);
    }

    private static Chunk Chunk(string text) => new(text, ChunkKind.Prose, null, null, text, [], []);

    // Progress<T> tells from another thread, later.
    private sealed class Told(List<EmbeddingProgress> told) : IProgress<EmbeddingProgress>
    {
        public void Report(EmbeddingProgress value) => told.Add(value);
    }
}
