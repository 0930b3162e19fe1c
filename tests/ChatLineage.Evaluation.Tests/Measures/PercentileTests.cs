using ChatLineage.Evaluation.Measures;

namespace ChatLineage.Evaluation.Tests.Measures;

public sealed class PercentileTests
{
    private static readonly TimeSpan[] Values = [.. Enumerable.Range(1, 20).Reverse().Select(number => TimeSpan.FromMilliseconds(number))];

    [Theory]
    [InlineData(50, 10)]
    [InlineData(95, 19)]
    [InlineData(100, 20)]
    [InlineData(1, 1)]
    public void Of_values_is_the_nearest_rank(double percent, double milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), Percentile.Of(Values, percent));

    [Fact]
    public void Of_nothing_is_zero() => Assert.Equal(TimeSpan.Zero, Percentile.Of([], 50));

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void Of_impossible_percentage_throws(double percent) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Percentile.Of(Values, percent));
}
