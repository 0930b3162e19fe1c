namespace ChatLineage.Knowledge.Naming;

/// <summary>Finds what somebody may have meant.</summary>
public static class Spelling
{
    private const int MostShown = 6;

    /// <summary>The candidates nearest to a text, at most six; empty when none is near.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="candidates">What exists.</param>
    /// <remarks>
    /// Near means: at most a third of the letters differ, counted as optimal string alignment distance (insertions, deletions,
    /// substitutions, neighbours swapped), or one contains the other whole. Case does not count.
    /// </remarks>
    public static IReadOnlyList<string> Nearest(string text, IEnumerable<string> candidates)
    {
        var most = Math.Max(1, text.Length / 3);
        return
        [
            .. candidates.Distinct(StringComparer.Ordinal)
                .Select(candidate => (Candidate: candidate, Distance: Score(text, candidate, most)))
                .Where(pair => pair.Distance <= most)
                .OrderBy(pair => pair.Distance).ThenBy(pair => pair.Candidate.Length).ThenBy(pair => pair.Candidate, StringComparer.Ordinal)
                .Take(MostShown)
                .Select(pair => pair.Candidate),
        ];
    }

    private static int Score(string text, string candidate, int most)
    {
        var contains = text.Length >= 3 && candidate.Length >= 3
            && (candidate.Contains(text, StringComparison.OrdinalIgnoreCase)
                || text.Contains(candidate, StringComparison.OrdinalIgnoreCase));
        if (Math.Abs(text.Length - candidate.Length) > most)
            return contains ? most : int.MaxValue;
        return Math.Min(Distance(text.ToLowerInvariant(), candidate.ToLowerInvariant()), contains ? most : int.MaxValue);
    }

    private static int Distance(string left, string right)
    {
        var rows = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= right.Length; j++)
            rows[0, j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    best = Math.Min(best, rows[i - 2, j - 2] + 1);
                rows[i, j] = best;
            }
        }

        return rows[left.Length, right.Length];
    }
}
