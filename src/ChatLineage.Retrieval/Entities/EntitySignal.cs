using System.Collections.Immutable;
using ChatLineage.Answering.Search;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Retrieval.Entities;

/// <summary>
/// Orders chunks by how near they stand to the entities that a question names: first what is about them or mentions them, then what
/// is about their neighbours in the lineage.
/// </summary>
/// <remarks>Chunks that stand equally near are ordered by their words, so that of a hundred claims about LLaMA the fitting ones
/// lead.</remarks>
internal sealed class EntitySignal(KnowledgeBase knowledge, ImmutableArray<Chunk> chunks)
{
    private const int Candidates = 50;
    private const int MaxNeighbours = 24;

    private readonly ChunksByEntity _places = new(chunks);

    /// <summary>The chunks near the entities, nearest first; none when there is no entity.</summary>
    /// <param name="entities">The entities that a question names.</param>
    /// <param name="byWords">The places of the chunks that share words with the question, best first.</param>
    public IReadOnlyList<int> Rank(ImmutableArray<Entity> entities, IReadOnlyList<int> byWords)
    {
        if (entities.IsEmpty)
            return [];
        var named = entities.SelectMany(Naming).ToHashSet();
        var ranked = new List<int>(Candidates);
        ranked.AddRange(byWords.Where(named.Contains).Take(Candidates));
        Fill(ranked, named);
        if (ranked.Count < Candidates)
        {
            var near = entities.SelectMany(Neighbours).Distinct().SelectMany(_places.About).ToHashSet();
            near.ExceptWith(named);
            ranked.AddRange(byWords.Where(near.Contains).Take(Candidates - ranked.Count));
            Fill(ranked, near);
        }

        return ranked;
    }

    private static void Fill(List<int> ranked, HashSet<int> places) =>
        ranked.AddRange(places.Except(ranked).Order().Take(Candidates - ranked.Count));

    private IEnumerable<int> Naming(Entity entity) => _places.About(entity).Concat(_places.Mentioning(entity));

    private IEnumerable<Entity> Neighbours(Entity entity) =>
        knowledge.Graph.Bases(entity).Concat(knowledge.Graph.Derivatives(entity)).Select(step => step.Entity).Take(MaxNeighbours);
}
