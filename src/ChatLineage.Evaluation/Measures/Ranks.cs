using System.Collections.Immutable;
using ChatLineage.Answering;

namespace ChatLineage.Evaluation.Measures;

/// <summary>Where the entities that an answer should rest on stand among those that it is about and names.</summary>
/// <remarks>
/// The ranking is <see cref="Answer.Entities"/>, then <see cref="Answer.Named"/>, each entity once. Recall at k and mean reciprocal rank
/// as in Manning, Raghavan and Schütze, Introduction to Information Retrieval (2008), chapter 8.
/// </remarks>
public static class Ranks
{
    /// <summary>How far down recall looks.</summary>
    public const int K = 5;

    /// <summary>The ids, in order.</summary>
    public static ImmutableArray<string> Of(Answer answer) =>
        [.. answer.Entities.Concat(answer.Named).Select(entity => entity.Id).Distinct(StringComparer.Ordinal)];

    /// <summary>The share of the supporting entities among the first five, 0 to 1; null when none are named.</summary>
    public static double? RecallAtK(ImmutableArray<string> ranking, ImmutableArray<string> supporting) =>
        supporting.IsEmpty ? null : (double)supporting.Intersect(ranking.Take(K)).Count() / supporting.Distinct().Count();

    /// <summary>One over the place of the first supporting entity, 0 when none occurs; null when none are named.</summary>
    public static double? ReciprocalRank(ImmutableArray<string> ranking, ImmutableArray<string> supporting)
    {
        if (supporting.IsEmpty)
            return null;
        for (var place = 0; place < ranking.Length; place++)
        {
            if (supporting.Contains(ranking[place]))
                return 1.0 / (place + 1);
        }

        return 0;
    }
}
