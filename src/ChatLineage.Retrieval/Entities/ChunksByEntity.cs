using System.Collections.Immutable;
using ChatLineage.Answering.Search;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Retrieval.Entities;

/// <summary>Where in the list of chunks each entity occurs: as what a chunk is about, or as what it mentions.</summary>
/// <remarks>Entities are told apart by their ids, so that a request whose entities come from the snapshot before still fits.</remarks>
internal sealed class ChunksByEntity
{
    private readonly Dictionary<string, List<int>> _about = [];
    private readonly Dictionary<string, List<int>> _mentioning = [];

    public ChunksByEntity(ImmutableArray<Chunk> chunks)
    {
        for (var place = 0; place < chunks.Length; place++)
        {
            if (chunks[place].Subject is { } subject)
                Add(_about, subject, place);
            foreach (var entity in chunks[place].Mentioned)
                Add(_mentioning, entity, place);
        }
    }

    /// <summary>The chunks whose subject is the entity, in their order.</summary>
    public IReadOnlyList<int> About(Entity entity) => _about.TryGetValue(entity.Id, out var places) ? places : [];

    /// <summary>The chunks that mention the entity, in their order.</summary>
    public IReadOnlyList<int> Mentioning(Entity entity) => _mentioning.TryGetValue(entity.Id, out var places) ? places : [];

    private static void Add(Dictionary<string, List<int>> places, Entity entity, int place)
    {
        if (!places.TryGetValue(entity.Id, out var list))
            places[entity.Id] = list = new List<int>(4);
        list.Add(place);
    }
}
