using System.Diagnostics;
using ChatLineage.Answering.Search;
using ChatLineage.Evaluation.Measures;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Lint;
using ChatLineage.Retrieval;

namespace ChatLineage.Benchmarks;

/// <summary>Search over 50,000 synthetic notes with 200,000 claims: how long the index takes and how long a search.</summary>
internal static class RetrievalScaleMeasurement
{
    private const int Notes = 50_000;
    private const int Searches = 1_000;

    private static readonly string[] Words =
        ["chat", "code", "vision", "math", "medical", "legal", "multilingual", "tiny", "large", "instruct", "audio", "retrieval"];

    private static readonly string[] Predicates =
        ["built_on", "fine_tuned_from", "trained_on", "uses", "released_by", "licensed_under", "created_by"];

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        var random = new Random(3);
        var knowledge = Knowledge(random);
        Console.WriteLine($"{knowledge.Entities.Length} notes, {knowledge.Claims.Length} claims");
        var retriever = new HybridRetriever(knowledge);
        var started = Stopwatch.GetTimestamp();
        retriever.Prepare();
        Console.WriteLine($"index built in {Stopwatch.GetElapsedTime(started).TotalMilliseconds:0} ms");
        var times = new List<TimeSpan>(Searches);
        for (var search = 0; search < Searches; search++)
        {
            var request = Request(knowledge, random, search);
            started = Stopwatch.GetTimestamp();
            await retriever.SearchAsync(request, cancellationToken);
            times.Add(Stopwatch.GetElapsedTime(started));
        }

        Console.WriteLine(
            $"{Searches} searches: p50 {Percentile.Of(times, 50).TotalMilliseconds:0.00} ms, p95 "
            + $"{Percentile.Of(times, 95).TotalMilliseconds:0.00} ms, "
            + $"longest {times.Max().TotalMilliseconds:0.0} ms; {Environment.WorkingSet / 1_000_000} MB");
    }

    private static SearchRequest Request(KnowledgeBase knowledge, Random random, int search)
    {
        var entity = knowledge.Entities[random.Next(knowledge.Entities.Length)];
        return (search % 5) switch
        {
            0 => new SearchRequest($"what is {entity.Name} built on?", [entity], 10),
            1 => new SearchRequest($"which models were trained on {entity.Name} data", [entity], 10),
            2 => new SearchRequest($"why was the {Word(random)} model praised for {Word(random)} work", [], 10),
            3 => new SearchRequest($"who released {entity.Name} and what licence does it use", [entity], 10),
            _ => new SearchRequest($"which {Word(random)} models use {Word(random)} data", [], 10),
        };
    }

    private static KnowledgeBase Knowledge(Random random)
    {
        const string Sources = "publisher: Maker\nsources:\n  - {id: s, title: Card, url: 'https://example.org/s', kind: model-card}\n";
        var files = Enumerable.Range(0, Notes).Select(number => KnowledgeFile.Parse($"models/m{number}.md", Note(number, random)));
        var findings = new List<Finding>();
        return KnowledgeLinker.Link(KnowledgeFiles.Of("knowledge", files.Prepend(KnowledgeFile.Parse("sources/s.yaml", Sources))),
            findings);
    }

    private static string Note(int number, Random random)
    {
        var claims = Enumerable.Range(1, 4).Select(place =>
            $"  - {Predicates[random.Next(Predicates.Length)]}: m{random.Next(Math.Max(1, number / place))}\n    detail: {Word(random)} "
                + $"{Word(random)} data\n    sources: [s]\n");
        var name = $"{Words[number % Words.Length]}net-{number}";
        var prose = number % 5 == 0
            ? $"\n{name} is a {Word(random)} model that came after {Word(random)}net-{random.Next(Notes)}.[^s] It was praised for "
                + $"{Word(random)} work.[^s]\n"
            : "";
        return $"---\nid: m{number}\nname: {name} {Word(random)}\nkind: model\naliases: [{Word(random)} "
            + $"{number}]\nclaims:\n{string.Concat(claims)}---\n{prose}";
    }

    private static string Word(Random random) => Words[random.Next(Words.Length)];
}
