using System.Globalization;
using ChatLineage.Answering;
using ChatLineage.Answering.Drafting;
using ChatLineage.Answering.Understanding.Examples;
using ChatLineage.Benchmarks.LocalModel.Comparison;
using ChatLineage.Evaluation.Questions;
using ChatLineage.Knowledge;
using ChatLineage.LocalModel;
using ChatLineage.LocalModel.Measuring;
using ChatLineage.Retrieval;

namespace ChatLineage.Benchmarks.LocalModel;

/// <summary>What the prompts of real questions cost the shipped writer, warm, beside a bare loop that reads as many tokens in turns with
/// it.</summary>
internal static class WriterPromptMeasurement
{
    private const int EveryNth = 5;
    private const int Typical = 120;

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        var path = ModelFolder.FindWriter() ?? throw new FileNotFoundException("The writer is not in 'models'.");
        await using var host = new LocalModelHost(new LocalModelOptions { ModelPath = path });
        Console.WriteLine(await host.LoadAsync(cancellationToken));
        using var cost = new PromptCost(host.ChatClient);
        var knowledge = KnowledgeStore.Open("knowledge").Current;
        var drafter = new Drafter(cost, PromptFolder.Find(configured: null), new DrafterOptions());
        var answerer = new Answerer(knowledge, new HybridRetriever(knowledge, null), drafter, "writer", TimeProvider.System,
            ExampleBook.Load("prompts"));
        var probe = new GenerationProbe(await host.GetEngineAsync(cancellationToken), cancellationToken);
        using var bare = new BareLoop(path, 4096, 512, 10, Environment.ProcessorCount);
        var questions = QuestionFiles.Read(Path.Combine("tests", "questions")).Where((_, i) => i % EveryNth == 0).ToList();
        var ratios = new List<double>();
        foreach (var question in questions)
        {
            var before = cost.Prompts.Count;
            await foreach (var _ in answerer.AnswerAsync(new Question(question.Turns[^1]), cancellationToken))
            {
            }

            // The first prompt computes the beginning that all others share.
            if (cost.Prompts.Count == before || before == 0)
                continue;
            var prompt = cost.Prompts[^1];
            var (_, warm) = bare.FirstToken(probe.NewPrompt(Math.Max(1, prompt.Cached)), [], probe.NewPrompt(prompt.New));
            ratios.Add(prompt.FirstText / warm);
        }

        Report(questions.Count, [.. cost.Prompts.Skip(1)], ratios);
    }

    private static void Report(int asked, List<PromptCost.Prompt> prompts, List<double> ratios)
    {
        var tokens = prompts.Select(prompt => (double)prompt.New).ToList();
        var times = prompts.Select(prompt => prompt.FirstText.TotalMilliseconds).ToList();
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{asked} questions asked, {prompts.Count} of them worded by the writer"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"new prompt tokens: median {Share(tokens, 0.5):0}, p90 {Share(tokens, 0.9):0}, most {tokens.Max():0}; under {Typical}: "
                + $"{tokens.Count(count => count < Typical) * 100 / tokens.Count}%"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"shared with what was computed before: median {Share([.. prompts.Select(prompt => (double)prompt.Cached)], 0.5):0}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"time to the first text: median {Share(times, 0.5):0} ms, p90 {Share(times, 0.9):0} ms, most {times.Max():0} ms"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"to that of a bare loop: median {Share(ratios, 0.5):0.00}, p90 {Share(ratios, 0.9):0.00}"));
    }

    private static double Share(List<double> values, double share) => values.Order().ElementAt((int)(share * (values.Count - 1)));
}
