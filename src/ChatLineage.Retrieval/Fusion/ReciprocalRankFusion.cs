namespace ChatLineage.Retrieval.Fusion;

/// <summary>
/// Joins rankings by reciprocal rank: an item's score is the sum over the rankings of 1 / (k + rank), with ranks from 1 and nothing
/// from a ranking that lacks the item.
/// </summary>
/// <remarks>
/// Cormack, Clarke and Büttcher, «Reciprocal rank fusion outperforms Condorcet and individual rank learning methods», SIGIR 2009;
/// k = 60 is theirs. Scores of different signals need not be comparable, which those of BM25, of a graph and of vectors are not.
/// </remarks>
internal static class ReciprocalRankFusion
{
    private const double K = 60;

    /// <summary>Joins rankings.</summary>
    /// <param name="rankings">Items of each ranking, best first, each item once.</param>
    /// <returns>Every item, the best first; of equal ones the smaller first.</returns>
    public static IReadOnlyList<FusedItem> Fuse(IReadOnlyList<IReadOnlyList<int>> rankings)
    {
        var ranks = new Dictionary<int, int[]>();
        for (var ranking = 0; ranking < rankings.Count; ranking++)
        {
            for (var place = 0; place < rankings[ranking].Count; place++)
            {
                var item = rankings[ranking][place];
                if (!ranks.TryGetValue(item, out var all))
                    ranks[item] = all = new int[rankings.Count];
                all[ranking] = place + 1;
            }
        }

        var fused = new List<FusedItem>(ranks.Count);
        foreach (var (item, all) in ranks)
            fused.Add(new FusedItem(item, Score(all), all));
        fused.Sort((left, right) => right.Score.CompareTo(left.Score) is not 0 and var order ? order : left.Item.CompareTo(right.Item));
        return fused;
    }

    private static double Score(int[] ranks)
    {
        var score = 0.0;
        foreach (var rank in ranks)
            score += rank == 0 ? 0 : 1 / (K + rank);
        return score;
    }
}
