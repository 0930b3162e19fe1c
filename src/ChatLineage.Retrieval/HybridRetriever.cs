using System.Collections.Immutable;
using ChatLineage.Answering.Search;
using ChatLineage.Knowledge;
using ChatLineage.Retrieval.Fusion;
using ChatLineage.Retrieval.Vectors;

namespace ChatLineage.Retrieval;

/// <summary>
/// Searches one snapshot of the notes by words, by the entities that a question names and, once <see cref="EmbedAsync"/> has run,
/// by meaning; the rankings are joined by reciprocal rank.
/// </summary>
/// <remarks>
/// Safe to use from several threads. Nothing is built before the first search, or <see cref="Prepare"/>: a question that the graph
/// answers never pays for an index. The index is reclaimed with the retriever, so that a search which is under way when new notes
/// replace it ends undisturbed.
/// </remarks>
public sealed class HybridRetriever : IRetriever
{
    // Deep enough that a question about one entity finds its chunks among those of all.
    private const int WordsDepth = 400;

    // How many of each ranking are joined: docs/benchmarks.md, «Retrieval», has the alternatives that were measured.
    private const int WordsJoined = 50;
    private const int MeaningJoined = 10;

    // A nearest chunk always exists: with the shipped model those of questions about other things stay below, all others above.
    private const float MinCosine = 0.4f;

    private static readonly string[] Signals = ["words", "entity", "meaning"];

    private readonly Lazy<SearchIndex> _index;
    private readonly TextVectors? _vectors;
    private volatile VectorIndex? _meaning;

    /// <summary>A retriever over the notes.</summary>
    /// <param name="knowledge">The notes.</param>
    /// <param name="vectors">Turns texts into vectors; null searches by words and entities only.</param>
    public HybridRetriever(KnowledgeBase knowledge, TextVectors? vectors = null)
    {
        _index = new Lazy<SearchIndex>(() => SearchIndex.Of(knowledge));
        _vectors = vectors;
    }

    /// <summary>True when searches also go by meaning.</summary>
    public bool SearchesByMeaning => _meaning is not null;

    /// <summary>Builds the index now instead of at the first search.</summary>
    public void Prepare() => _ = _index.Value;

    /// <summary>
    /// Computes the vectors that are not known yet, which takes the shipped model a minute for all notes. Searches made meanwhile,
    /// or after a failure, go without them: half of the vectors would make results worse than none.
    /// </summary>
    /// <param name="progress">Told after every batch; null for nobody.</param>
    /// <param name="cancellationToken">Stops it; what was computed is kept.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task EmbedAsync(IProgress<EmbeddingProgress>? progress, CancellationToken cancellationToken)
    {
        if (_vectors is not null)
            _meaning = await _vectors.OfChunksAsync(_index.Value.Chunks, progress, cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The request asks for less than one hit.</exception>
    public async ValueTask<ImmutableArray<SearchHit>> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Top, 1);
        cancellationToken.ThrowIfCancellationRequested();
        var index = _index.Value;
        var byWords = index.Words.Search(request.Text, WordsDepth, cancellationToken);
        var byEntity = index.Entities.Rank(request.Entities, byWords);
        var byMeaning = await ByMeaningAsync(request.Text, cancellationToken);
        return Hits(index.Chunks, ReciprocalRankFusion.Fuse([[.. byWords.Take(WordsJoined)], byEntity, byMeaning]), request.Top);
    }

    private async ValueTask<IReadOnlyList<int>> ByMeaningAsync(string text, CancellationToken cancellationToken)
    {
        if (_meaning is not { } meaning || !text.Any(char.IsLetterOrDigit))
            return [];
        var question = await _vectors!.OfQuestionAsync(text, cancellationToken);
        return question is { } vector ? meaning.Search(vector.Span, MeaningJoined, MinCosine) : [];
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
