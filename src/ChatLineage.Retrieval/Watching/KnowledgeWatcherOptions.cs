using ChatLineage.Knowledge;
using ChatLineage.Retrieval.Vectors;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Retrieval.Watching;

/// <summary>What a watcher works with and whom it tells.</summary>
public sealed record KnowledgeWatcherOptions
{
    /// <summary>Turns texts into vectors, in the background; null searches by words and entities only. Stays the caller's.</summary>
    public TextVectors? Vectors { get; init; }

    /// <summary>Told after every change that was taken in, with what is wrong in it; null for nobody. Called by one thread at a
    /// time.</summary>
    public IProgress<KnowledgeUpdate>? Updates { get; init; }

    /// <summary>Told how far the vectors are; null for nobody.</summary>
    public IProgress<EmbeddingProgress>? Embedding { get; init; }

    /// <summary>Takes findings and failures; null for nobody.</summary>
    public ILogger<KnowledgeWatcher>? Logger { get; init; }
}
