using System.Collections.Immutable;
using ChatLineage.Answering.Search;
using ChatLineage.Knowledge;
using ChatLineage.Retrieval.Fusion;

namespace ChatLineage.Retrieval;

/// <summary>Searches one snapshot of the notes by words and by the entities that a question names, joined by reciprocal rank.</summary>
/// <remarks>
/// Safe to use from several threads. Nothing is built before the first search, or <see cref="Prepare"/>: a question that the graph
/// answers never pays for an index. The index is reclaimed with the retriever, so that a search which is under way when new notes
/// replace it ends undisturbed.
/// </remarks>
public sealed class HybridRetriever : IRetriever
{
    // Deep enough that a question about one entity finds its chunks among those of all: fusion itself sees the first hundred.
    private const int WordsDepth = 400;
    private const int Candidates = 100;

    private static readonly string[] Signals = ["words", "entity"];

    private readonly Lazy<SearchIndex> _index;

    /// <summary>A retriever over the notes.</summary>
    /// <param name="knowledge">The notes.</param>
    public HybridRetriever(KnowledgeBase knowledge) => _index = new Lazy<SearchIndex>(() => SearchIndex.Of(knowledge));

    /// <summary>Builds the index now instead of at the first search.</summary>
    public void Prepare() => _ = _index.Value;

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The request asks for less than one hit.</exception>
    public ValueTask<ImmutableArray<SearchHit>> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Top, 1);
        cancellationToken.ThrowIfCancellationRequested();
        var index = _index.Value;
        var byWords = index.Words.Search(request.Text, WordsDepth, cancellationToken);
        var byEntity = index.Entities.Rank(request.Entities, byWords);
        var fused = ReciprocalRankFusion.Fuse([[.. byWords.Take(Candidates)], byEntity]);
        return ValueTask.FromResult(Hits(index.Chunks, fused, request.Top));
    }

    private static ImmutableArray<SearchHit> Hits(ImmutableArray<Chunk> chunks, IReadOnlyList<FusedItem> fused, int top)
    {
        var hits = ImmutableArray.CreateBuilder<SearchHit>(Math.Min(top, fused.Count));
        var texts = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in fused)
        {
            var chunk = chunks[item.Item];
            if (!texts.Add(chunk.Text))
                continue;
            hits.Add(new SearchHit(chunk, item.Score, hits.Count + 1, Explanation(item)));
            if (hits.Count == top)
                break;
        }

        return hits.DrainToImmutable();
    }

    private static string Explanation(FusedItem item) =>
        string.Join(", ", Signals.Select((name, place) => item.Ranks[place] is > 0 and var rank ? $"{name} {rank}" : $"{name} none"));
}
