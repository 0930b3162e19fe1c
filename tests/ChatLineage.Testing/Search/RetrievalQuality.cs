using ChatLineage.Answering.Search;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Testing.Search;

/// <summary>How well hits cover the entities that answers rest on.</summary>
/// <param name="RecallAt5">The mean share of the supporting entities that the first five hits are about or mention.</param>
/// <param name="RecallAt10">The same for the first ten.</param>
/// <param name="AnswerRecallAt5">As <paramref name="RecallAt5"/>, over those supporting entities that the question does not name: the answer proper.</param>
/// <param name="Mrr">The mean over one divided by the rank of the first hit about, or mentioning, such an entity; 0 where none of ten does.</param>
/// <param name="Questions">How many questions there were.</param>
public sealed record RetrievalQuality(double RecallAt5, double RecallAt10, double AnswerRecallAt5, double Mrr, int Questions)
{
    private const int Depth = 10;

    /// <summary>Searches for every question.</summary>
    /// <param name="retriever">What is measured.</param>
    /// <param name="questions">The questions, each with at least one supporting entity.</param>
    /// <param name="withEntities">False withholds from the search what the questions name.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<RetrievalQuality> OfAsync(
        IRetriever retriever, IReadOnlyList<SearchQuestion> questions, bool withEntities, CancellationToken cancellationToken)
    {
        double recallAt5 = 0, recallAt10 = 0, answers = 0, reciprocal = 0;
        var answerable = 0;
        foreach (var question in questions)
        {
            var hits = await retriever.SearchAsync(new SearchRequest(question.Text, withEntities ? question.Named : [], Depth), cancellationToken);
            var unnamed = question.Supporting.Except(question.Named).ToList();
            recallAt5 += Recall(question.Supporting, hits.Take(5));
            recallAt10 += Recall(question.Supporting, hits);
            reciprocal += ReciprocalRank(unnamed.Count > 0 ? unnamed : question.Supporting, hits);
            if (unnamed.Count == 0)
                continue;
            answers += Recall(unnamed, hits.Take(5));
            answerable++;
        }

        var count = questions.Count;
        return new RetrievalQuality(recallAt5 / count, recallAt10 / count, answers / answerable, reciprocal / count, count);
    }

    private static double Recall(IReadOnlyCollection<Entity> supporting, IEnumerable<SearchHit> hits)
    {
        var found = hits.SelectMany(Entities).ToHashSet();
        return supporting.Count(found.Contains) / (double)supporting.Count;
    }

    private static double ReciprocalRank(IReadOnlyCollection<Entity> supporting, IEnumerable<SearchHit> hits) =>
        hits.FirstOrDefault(hit => Entities(hit).Any(supporting.Contains)) is { } first ? 1.0 / first.Rank : 0;

    private static IEnumerable<Entity> Entities(SearchHit hit) => hit.Chunk.Subject is { } subject ? hit.Chunk.Mentioned.Prepend(subject) : hit.Chunk.Mentioned;
}
