using System.Collections.Immutable;
using ChatLineage.Answering.Search;
using ChatLineage.Knowledge;
using ChatLineage.Retrieval.Entities;
using ChatLineage.Retrieval.Fusion;
using ChatLineage.Retrieval.Text;

namespace ChatLineage.Retrieval;

/// <summary>Searches one snapshot of the notes by words and by the entities that a question names, joined by reciprocal rank.</summary>
/// <remarks>
/// Safe to use from several threads. Nothing is built before the first search, or <see cref="Prepare"/>: a question that the graph
/// answers never pays for an index. The index is reclaimed with the retriever, so that a search which is under way when new notes
/// replace it ends undisturbed.
/// </remarks>
public sealed class HybridRetriever : IRetriever
{
    private readonly Lazy<ImmutableArray<Chunk>> _chunks;
    private readonly Lazy<TextIndex> _index;
    private readonly ISignal[] _signals;

    /// <summary>A retriever over the notes.</summary>
    /// <param name="knowledge">The notes.</param>
    public HybridRetriever(KnowledgeBase knowledge)
    {
        _chunks = new Lazy<ImmutableArray<Chunk>>(() => ChunkSource.Chunks(knowledge));
        _index = new Lazy<TextIndex>(() => new TextIndex(_chunks.Value));
        var byEntity = new Lazy<ChunksByEntity>(() => new ChunksByEntity(_chunks.Value));
        _signals = [new TextSignal(_index), new EntitySignal(knowledge, byEntity, _index)];
    }

    /// <summary>Builds the index now instead of at the first search.</summary>
    public void Prepare() => _ = _index.Value;

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The request asks for less than one hit.</exception>
    public async ValueTask<ImmutableArray<SearchHit>> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Top, 1);
        cancellationToken.ThrowIfCancellationRequested();
        var rankings = new IReadOnlyList<int>[_signals.Length];
        for (var signal = 0; signal < _signals.Length; signal++)
            rankings[signal] = await _signals[signal].RankAsync(request, cancellationToken);
        return Hits(ReciprocalRankFusion.Fuse(rankings), request.Top);
    }

    private ImmutableArray<SearchHit> Hits(IReadOnlyList<FusedItem> fused, int top)
    {
        var hits = ImmutableArray.CreateBuilder<SearchHit>(Math.Min(top, fused.Count));
        var texts = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in fused)
        {
            var chunk = _chunks.Value[item.Item];
            if (!texts.Add(chunk.Text))
                continue;
            hits.Add(new SearchHit(chunk, item.Score, hits.Count + 1, Explanation(item)));
            if (hits.Count == top)
                break;
        }

        return hits.DrainToImmutable();
    }

    private string Explanation(FusedItem item) =>
        string.Join(", ", _signals.Select((signal, place) => item.Ranks[place] is > 0 and var rank ? $"{signal.Name} {rank}" : $"{signal.Name} -"));
}
