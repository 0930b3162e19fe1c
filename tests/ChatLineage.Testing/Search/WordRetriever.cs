using System.Collections.Immutable;
using ChatLineage.Answering.Search;
using ChatLineage.Knowledge;

namespace ChatLineage.Testing.Search;

/// <summary>Ranks the chunks of some notes by the words that they share with the question. Needs no index.</summary>
public sealed class WordRetriever(KnowledgeBase knowledge) : IRetriever
{
    private static readonly char[] Between = [.. " .,;:?!'\"()[]"];

    private readonly ImmutableArray<Chunk> _chunks = ChunkSource.Chunks(knowledge);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<SearchHit>> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var words = Words(request.Text).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var hits = _chunks
            .Select(chunk => (Chunk: chunk, Score: Words(chunk.Text).Count(words.Contains) + (chunk.Subject is { } subject && request.Entities.Contains(subject) ? 2.0 : 0)))
            .Where(pair => pair.Score > 0)
            .OrderByDescending(pair => pair.Score)
            .ThenBy(pair => pair.Chunk.Id, StringComparer.Ordinal)
            .Take(request.Top)
            .Select((pair, index) => new SearchHit(pair.Chunk, pair.Score, index + 1, "words in common"));
        return ValueTask.FromResult(hits.ToImmutableArray());
    }

    private static string[] Words(string text) => text.Split(Between, StringSplitOptions.RemoveEmptyEntries);
}
