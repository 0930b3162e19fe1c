using System.Collections.Immutable;
using ChatLineage.Answering.Search;
using ChatLineage.Knowledge;
using ChatLineage.Retrieval.Entities;
using ChatLineage.Retrieval.Text;

namespace ChatLineage.Retrieval;

/// <summary>What a search needs of one snapshot: the chunks, and by what they are found.</summary>
/// <param name="Chunks">The chunks; everything else speaks of their places in this list.</param>
/// <param name="Words">Finds them by words.</param>
/// <param name="Entities">Finds them by entities.</param>
internal sealed record SearchIndex(ImmutableArray<Chunk> Chunks, TextIndex Words, EntitySignal Entities)
{
    /// <summary>Builds the index of a snapshot.</summary>
    public static SearchIndex Of(KnowledgeBase knowledge)
    {
        var chunks = ChunkSource.Chunks(knowledge);
        return new SearchIndex(chunks, new TextIndex(chunks), new EntitySignal(knowledge, chunks));
    }
}
