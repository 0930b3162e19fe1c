using ChatLineage.Knowledge;
using ChatLineage.Testing.Search;

namespace ChatLineage.Retrieval.Tests;

/// <summary>Floors under the quality that docs/benchmarks.md tells, on the questions for development and the notes that ship.</summary>
public sealed class HybridRetrieverQualityTests
{
    [Fact]
    public async Task SearchAsync_development_questions_keep_their_quality()
    {
        var root = Root();
        var knowledge = KnowledgeStore.Open(Path.Combine(root, "knowledge")).Current;
        var questions = await SearchQuestion.ReadAsync(Path.Combine(root, "tests", "questions"), knowledge, CancellationToken.None);
        Assert.InRange(questions.Count, 300, int.MaxValue);
        var retriever = new HybridRetriever(knowledge);

        var words = await RetrievalQuality.OfAsync(retriever, questions, withEntities: false, CancellationToken.None);
        var both = await RetrievalQuality.OfAsync(retriever, questions, withEntities: true, CancellationToken.None);

        Assert.InRange(words.RecallAt5, 0.79, 1);
        Assert.InRange(both.RecallAt5, 0.82, 1);
        Assert.InRange(both.RecallAt5, words.RecallAt5, 1);
        Assert.InRange(both.AnswerRecallAt5, words.AnswerRecallAt5, 1);
        Assert.InRange(both.Mrr, 0.67, 1);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "knowledge", "sources")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("There is no knowledge folder above the tests.");
        return folder.FullName;
    }
}
