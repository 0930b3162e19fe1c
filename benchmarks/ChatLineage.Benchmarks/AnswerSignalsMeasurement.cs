using System.Collections.Immutable;
using ChatLineage.Answering;
using ChatLineage.Answering.Search;
using ChatLineage.Answering.Understanding.Examples;
using ChatLineage.Evaluation;
using ChatLineage.Evaluation.Questions;
using ChatLineage.Knowledge;
using ChatLineage.LocalModel;
using ChatLineage.Retrieval;
using ChatLineage.Retrieval.Vectors;

namespace ChatLineage.Benchmarks;

/// <summary>How many questions are answered right with and without the examples, the search and its vectors.</summary>
internal static class AnswerSignalsMeasurement
{
    private static readonly string[] Sets = ["", "second", "third"];

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        var knowledge = KnowledgeStore.Open("knowledge").Current;
        var questions = Sets.Select(set => QuestionFiles.Read(Path.Combine("tests", "questions", set))).ToList();
        var examples = ExampleBook.Load("prompts");
        var words = new HybridRetriever(knowledge, null);
        await TellAsync("structure alone", knowledge, null, null, questions, cancellationToken);
        await TellAsync("structure + examples", knowledge, null, examples, questions, cancellationToken);
        await TellAsync("structure + search", knowledge, words, null, questions, cancellationToken);
        await TellAsync("structure + examples + search", knowledge, words, examples, questions, cancellationToken);
        await using var host =
            new LocalModelHost(new LocalModelOptions { EmbeddingModelPath = Path.Combine("models", ModelFolder.EmbeddingFile) });
        using var vectors = new TextVectors(host.EmbeddingGenerator, folder: null);
        var meaning = new HybridRetriever(knowledge, vectors);
        meaning.Prepare();
        await meaning.EmbedAsync(null, cancellationToken);
        await TellAsync("all, with vectors", knowledge, meaning, examples, questions, cancellationToken);
    }

    private static async Task TellAsync(
        string name, KnowledgeBase knowledge, IRetriever? retriever, ExampleBook? examples,
        IEnumerable<ImmutableArray<JudgedQuestion>> sets,
        CancellationToken cancellationToken)
    {
        var answerer = new Answerer(knowledge, retriever, null, null, TimeProvider.System, examples);
        var evaluator = new Evaluator(answerer, TimeProvider.System);
        var told = new List<string>();
        foreach (var set in sets)
        {
            var report = await evaluator.RunAsync(set, null, cancellationToken);
            told.Add(
                $"{report.Right} of {report.Results.Length}, abstention {report.AbstentionPrecision:0.00} / "
                    + $"{report.AbstentionRecall:0.00}, p95 {report.Latency(95).TotalMilliseconds:0.0} ms");
        }

        Console.WriteLine($"{name,-32} {string.Join("; ", told)}");
    }
}
