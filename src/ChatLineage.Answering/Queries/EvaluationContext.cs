using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Answering.Queries.Happenings;
using ChatLineage.Answering.Search;
using ChatLineage.Knowledge;

namespace ChatLineage.Answering.Queries;

/// <summary>What queries are evaluated over: one snapshot of the notes and the search over it.</summary>
internal sealed record EvaluationContext(KnowledgeBase Knowledge, FactBook Facts, IRetriever? Retriever)
{
    private readonly Lazy<HappeningIndex> _happenings = new(() => new HappeningIndex(Knowledge));

    /// <summary>Finds events that a question speaks of.</summary>
    public HappeningIndex Happenings => _happenings.Value;

    /// <summary>Words disagreements of sources.</summary>
    public ConflictWording Conflicts { get; } = new(Knowledge);
}
