using ChatLineage.Answering.Search;
using ChatLineage.Knowledge;

namespace ChatLineage.Retrieval.Watching;

/// <summary>The notes as they were at one moment, and search over the same notes.</summary>
/// <remarks>Never changes; whoever answers from it is not disturbed by later edits.</remarks>
/// <param name="Knowledge">The notes.</param>
/// <param name="Retriever">Search over them.</param>
public sealed record KnowledgeSnapshot(KnowledgeBase Knowledge, IRetriever Retriever);
