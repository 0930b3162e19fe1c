using ChatLineage.Answering.Search;
using ChatLineage.Knowledge;
using ChatLineage.Testing.Search;

namespace ChatLineage.Retrieval.Tests;

public sealed class HybridRetrieverConformanceTests : RetrieverConformance<HybridRetriever>
{
    protected override HybridRetriever Create(KnowledgeBase knowledge) => new(knowledge);

    [Fact]
    public void Every_retriever_has_a_conformance_suite()
    {
        var retrievers = typeof(HybridRetriever).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IRetriever))).ToList();
        var suites = GetType().Assembly.GetTypes().Select(type => type.BaseType)
            .Where(parent => parent is { IsGenericType: true } && parent.GetGenericTypeDefinition() == typeof(RetrieverConformance<>))
            .Select(parent => parent!.GetGenericArguments()[0]);

        Assert.NotEmpty(retrievers);
        Assert.Empty(retrievers.Except(suites));
    }
}
