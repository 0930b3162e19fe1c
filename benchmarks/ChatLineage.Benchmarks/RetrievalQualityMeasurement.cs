using System.Diagnostics;
using ChatLineage.Answering.Search;
using ChatLineage.Evaluation.Measures;
using ChatLineage.Knowledge;
using ChatLineage.LocalModel;
using ChatLineage.Retrieval;
using ChatLineage.Retrieval.Vectors;
using ChatLineage.Testing.Search;

namespace ChatLineage.Benchmarks;

/// <summary>What each signal of search adds, on the questions for development and the notes that ship, and what it costs.</summary>
internal static class RetrievalQualityMeasurement
{
    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        var knowledge = KnowledgeStore.Open("knowledge").Current;
        var questions = await SearchQuestion.ReadAsync(Path.Combine("tests", "questions"), knowledge, cancellationToken);
        await using var host =
            new LocalModelHost(new LocalModelOptions { EmbeddingModelPath = Path.Combine("models", ModelFolder.EmbeddingFile) });
        using var vectors = new TextVectors(host.EmbeddingGenerator, folder: null);
        var retriever = new HybridRetriever(knowledge, vectors);
        var started = Stopwatch.GetTimestamp();
        retriever.Prepare();
        Console.WriteLine($"index built in {Stopwatch.GetElapsedTime(started).TotalMilliseconds:0} ms");

        await TellAsync("words", retriever, questions, withEntities: false, cancellationToken);
        await TellAsync("words + entity", retriever, questions, withEntities: true, cancellationToken);
        started = Stopwatch.GetTimestamp();
        await retriever.EmbedAsync(null, cancellationToken);
        Console.WriteLine($"all vectors computed in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s");
        await TellAsync("words + meaning", retriever, questions, withEntities: false, cancellationToken);
        await TellAsync("words + entity + meaning", retriever, questions, withEntities: true, cancellationToken);
        foreach (var kind in questions.GroupBy(question => question.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal))
            await TellAsync($"  {kind.Key}", retriever, [.. kind], withEntities: true, cancellationToken);
    }

    private static async Task TellAsync(
        string name, HybridRetriever retriever, IReadOnlyList<SearchQuestion> questions, bool withEntities,
        CancellationToken cancellationToken)
    {
        var quality = await RetrievalQuality.OfAsync(retriever, questions, withEntities, cancellationToken);
        var times = new List<TimeSpan>(questions.Count);
        foreach (var question in questions)
        {
            var started = Stopwatch.GetTimestamp();
            await retriever.SearchAsync(new SearchRequest(question.Text, withEntities ? question.Named : [], 10), cancellationToken);
            times.Add(Stopwatch.GetElapsedTime(started));
        }

        Console.WriteLine(
            $"{name,-26} n {quality.Questions,3}  R@5 {quality.RecallAt5:0.000}  R@10 {quality.RecallAt10:0.000}  answer R@5 "
            + $"{quality.AnswerRecallAt5:0.000}  "
            + $"MRR {quality.Mrr:0.000}  p50 {Percentile.Of(times, 50).TotalMilliseconds:0.00} ms  p95 "
            + $"{Percentile.Of(times, 95).TotalMilliseconds:0.00} ms");
    }
}
