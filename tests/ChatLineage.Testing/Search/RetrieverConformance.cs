using System.Collections.Immutable;
using ChatLineage.Answering.Search;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Testing.Search;

/// <summary>What every implementation of <see cref="IRetriever"/> has to do.</summary>
/// <typeparam name="TRetriever">The implementation.</typeparam>
public abstract class RetrieverConformance<TRetriever>
    where TRetriever : IRetriever
{
    private readonly KnowledgeBase _knowledge = SmallNotes.Link();
    private TRetriever? _retriever;

    /// <summary>The retriever over the notes.</summary>
    protected abstract TRetriever Create(KnowledgeBase knowledge);

    [Fact]
    public async Task Search_words_of_a_chunk_finds_it_first()
    {
        var hits = await Search("who put a torrent link of the leaked weights online?", 5);

        Assert.StartsWith("LLaMA's weights leaked", hits[0].Chunk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_entity_without_a_common_word_finds_what_is_about_it()
    {
        var hits = await Search("erzähl mal", 5, "vicuna");

        Assert.NotEmpty(hits);
        Assert.All(hits.Take(2), hit => Assert.Contains(_knowledge.FindEntity("vicuna"), hit.Chunk.Mentioned.Add(hit.Chunk.Subject!)));
    }

    [Fact]
    public async Task Search_entity_lifts_its_chunks_over_others_with_the_same_words()
    {
        var without = await Search("who released the model", 10);
        var with = await Search("who released the model", 10, "stable-vicuna");

        Assert.True(First(with) < First(without), $"rank {First(without)} became {First(with)}");

        static int First(IEnumerable<SearchHit> hits) => hits.First(hit => hit.Chunk.Subject?.Id == "stable-vicuna").Rank;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1000)]
    public async Task Search_top_bounds_the_hits_and_ranks_them(int top)
    {
        var hits = await Search("LLaMA Vicuna Meta", top, "llama");

        Assert.InRange(hits.Length, 1, top);
        Assert.Equal(Enumerable.Range(1, hits.Length), hits.Select(hit => hit.Rank));
        Assert.Equal(hits.OrderByDescending(hit => hit.Score), hits);
        Assert.All(hits, hit => Assert.NotEmpty(hit.Explanation));
        Assert.Equal(hits.Length, hits.Select(hit => hit.Chunk.Text).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public async Task Search_same_request_gives_the_same_hits()
    {
        var first = await Search("what was released by Meta", 10, "meta");

        Assert.Equal(first.AsEnumerable(), await Search("what was released by Meta", 10, "meta"));
        Assert.Equal(first.Select(hit => (hit.Chunk.Id, hit.Rank)), (await SearchAnew("what was released by Meta", 10, "meta")).Select(hit => (hit.Chunk.Id, hit.Rank)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("???")]
    [InlineData("quarks gluons")]
    public async Task Search_nothing_in_common_finds_nothing(string text) => Assert.Empty(await Search(text, 5));

    [Theory]
    [InlineData("\"")]
    [InlineData("weights\" OR \"licence")]
    [InlineData("weights AND (")]
    [InlineData("name:weights")]
    [InlineData("{name aliases} : weights")]
    [InlineData("NEAR(weights leaked, 2)")]
    [InlineData("weights NOT leaked")]
    [InlineData("^weights*")]
    [InlineData("weights'; DROP TABLE chunks; --")]
    [InlineData("weights\0leaked")]
    [InlineData("-weights +leaked ~")]
    [InlineData("\ud800 weights \udfff")]
    public async Task Search_hostile_text_is_only_words(string text)
    {
        await Search(text, 5);

        Assert.NotEmpty(await Search("weights", 5));
    }

    [Fact]
    public async Task Search_very_long_text_ends() =>
        Assert.NotEmpty(await Search(string.Join(' ', Enumerable.Range(0, 20_000).Select(number => $"word{number}").Prepend("weights")), 5));

    [Fact]
    public async Task Search_cancelled_throws() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Create(_knowledge).SearchAsync(new SearchRequest("weights", [], 5), new CancellationToken(canceled: true)));

    [Fact]
    public async Task Search_empty_notes_find_nothing() =>
        Assert.Empty(await Create(KnowledgeBase.Empty).SearchAsync(new SearchRequest("weights", [.. Entities("llama")], 5), CancellationToken.None));

    [Fact]
    public async Task Search_from_many_threads_answers_like_from_one()
    {
        var retriever = Create(_knowledge);
        var request = new SearchRequest("who released the weights", [.. Entities("llama")], 10);
        var searches = Enumerable.Range(0, 32).Select(_ => Task.Run(async () => await retriever.SearchAsync(request, CancellationToken.None)));

        var results = await Task.WhenAll(searches);

        Assert.All(results, hits => Assert.Equal(results[0].AsEnumerable(), hits));
    }

    private ValueTask<ImmutableArray<SearchHit>> SearchAnew(string text, int top, params string[] entities) =>
        Create(_knowledge).SearchAsync(new SearchRequest(text, [.. Entities(entities)], top), CancellationToken.None);

    private ValueTask<ImmutableArray<SearchHit>> Search(string text, int top, params string[] entities) =>
        (_retriever ??= Create(_knowledge)).SearchAsync(new SearchRequest(text, [.. Entities(entities)], top), CancellationToken.None);

    private IEnumerable<Entity> Entities(params string[] ids) => ids.Select(id => _knowledge.FindEntity(id)!);
}
