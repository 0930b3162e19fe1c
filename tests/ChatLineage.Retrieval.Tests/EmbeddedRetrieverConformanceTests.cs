using ChatLineage.Knowledge;
using ChatLineage.Retrieval.Tests.Vectors;
using ChatLineage.Retrieval.Vectors;
using ChatLineage.Testing.Search;

namespace ChatLineage.Retrieval.Tests;

/// <summary>The suite once more, with vectors that are there from the start.</summary>
public sealed class EmbeddedRetrieverConformanceTests : RetrieverConformance<HybridRetriever>, IDisposable
{
    private readonly TextVectors _vectors = new(new WordEmbeddingGenerator(), folder: null);

    public void Dispose() => _vectors.Dispose();

    protected override HybridRetriever Create(KnowledgeBase knowledge)
    {
        var retriever = new HybridRetriever(knowledge, _vectors);
        var embedding = retriever.EmbedAsync(null, CancellationToken.None);
        Assert.True(embedding.IsCompletedSuccessfully);
        return retriever;
    }
}
