namespace ChatLineage.Evaluation.Measures;

/// <summary>Percentiles by the nearest rank: a value that really occurred.</summary>
public static class Percentile
{
    /// <summary>The smallest value that at least the given share of all values do not exceed.</summary>
    /// <param name="values">The values, in any order.</param>
    /// <param name="percent">Above 0, at most 100.</param>
    /// <returns>The value; zero when there are none.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="percent"/> is out of range.</exception>
    public static TimeSpan Of(IReadOnlyCollection<TimeSpan> values, double percent)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100);
        if (values.Count == 0)
            return TimeSpan.Zero;
        var rank = (int)Math.Ceiling(percent / 100 * values.Count);
        return values.Order().ElementAt(rank - 1);
    }
}
