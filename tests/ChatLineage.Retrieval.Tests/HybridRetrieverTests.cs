using ChatLineage.Answering.Search;
using ChatLineage.Testing.Search;

namespace ChatLineage.Retrieval.Tests;

public sealed class HybridRetrieverTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task SearchAsync_no_hit_asked_for_is_refused(int top) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            async () =>
            await new HybridRetriever(SmallNotes.Link()).SearchAsync(new SearchRequest("weights", [], top), CancellationToken.None));

    [Fact]
    public async Task SearchAsync_hit_tells_its_rank_in_each_signal()
    {
        var knowledge = SmallNotes.Link();

        var hits = await new HybridRetriever(knowledge).SearchAsync(
            new SearchRequest("torrent link", [knowledge.FindEntity("llama")!], 20), CancellationToken.None);

        Assert.Equal("words 1, entity 1, meaning none", hits[0].Explanation);
        Assert.Contains(hits, hit => hit.Explanation == "words none, entity 2, meaning none");
    }

    [Fact]
    public async Task SearchAsync_neighbours_in_the_lineage_follow_what_names_the_entity()
    {
        var knowledge = SmallNotes.Link();

        var hits = await new HybridRetriever(knowledge).SearchAsync(
            new SearchRequest("erzähl mal", [knowledge.FindEntity("stable-vicuna")!], 20), CancellationToken.None);

        var names = hits.Select(hit => hit.Chunk.Subject!.Id).ToList();
        Assert.Equal("stable-vicuna", names[0]);
        Assert.Equal("vicuna", names[^1]);
        Assert.DoesNotContain("llama", names);
    }

    [Fact]
    public async Task SearchAsync_entity_of_the_snapshot_before_still_counts()
    {
        var before = SmallNotes.Link();
        var after = SmallNotes.Link();

        var hits =
            await new HybridRetriever(after).SearchAsync(new SearchRequest("", [before.FindEntity("vicuna")!], 5), CancellationToken.None);

        Assert.NotEmpty(hits);
    }
}
