using ChatLineage.Answering.Search;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Retrieval.Text;

namespace ChatLineage.Retrieval.Entities;

/// <summary>
/// Orders chunks by how near they stand to the entities that a question names: first what relates several of them, then what is
/// about one, then what mentions one, then what is about their neighbours in the lineage.
/// </summary>
/// <remarks>Chunks that stand equally near are ordered by their words, so that of a hundred claims about LLaMA the fitting ones lead.</remarks>
internal sealed class EntitySignal(KnowledgeBase knowledge, Lazy<ChunksByEntity> chunks, Lazy<TextIndex> words) : ISignal
{
    private const int Candidates = 100;
    private const int MaxNeighbours = 24;

    private const int Relating = 4;
    private const int About = 3;
    private const int Mentioning = 2;
    private const int Near = 1;

    public string Name => "entity";

    public ValueTask<IReadOnlyList<int>> RankAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        if (request.Entities.IsEmpty)
            return ValueTask.FromResult<IReadOnlyList<int>>([]);
        var nearness = Nearness(request.Entities.Distinct().ToList());
        var byWords = words.Value.Search(request.Text, Candidates * 4, cancellationToken);
        var rank = new Dictionary<int, int>(byWords.Count);
        for (var place = 0; place < byWords.Count; place++)
            rank[byWords[place]] = place;
        IReadOnlyList<int> ordered =
        [
            .. nearness
                .OrderByDescending(pair => pair.Value)
                .ThenBy(pair => rank.GetValueOrDefault(pair.Key, int.MaxValue))
                .ThenBy(pair => pair.Key)
                .Select(pair => pair.Key)
                .Take(Candidates),
        ];
        return ValueTask.FromResult(ordered);
    }

    private Dictionary<int, int> Nearness(List<Entity> entities)
    {
        var nearness = new Dictionary<int, int>();
        foreach (var entity in entities)
        {
            foreach (var place in chunks.Value.About(entity))
                nearness[place] = nearness.ContainsKey(place) ? Relating : About;
            foreach (var place in chunks.Value.Mentioning(entity))
                nearness[place] = nearness.ContainsKey(place) ? Relating : Mentioning;
        }

        foreach (var neighbour in entities.SelectMany(Neighbours).Distinct())
        {
            foreach (var place in chunks.Value.About(neighbour))
                nearness.TryAdd(place, Near);
        }

        return nearness;
    }

    private IEnumerable<Entity> Neighbours(Entity entity) =>
        knowledge.Graph.Bases(entity).Concat(knowledge.Graph.Derivatives(entity)).Select(step => step.Entity).Take(MaxNeighbours);
}
