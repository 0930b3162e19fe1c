using ChatLineage.Answering.Understanding.Names;

namespace ChatLineage.Answering.Tests.Understanding.Names;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("vicuna", "vicuna", 0)]
    [InlineData("vicuna", "vicunna", 1)]
    [InlineData("vicuna", "vicna", 1)]
    [InlineData("vicuna", "vikuna", 1)]
    [InlineData("vicuna", "vicuan", 1)]
    [InlineData("alpaca", "laapca", 2)]
    [InlineData("", "ab", 2)]
    [InlineData("", "", 0)]
    public void Between_within_the_limit_counts_the_edits(string left, string right, int expected)
    {
        Assert.Equal(expected, EditDistance.Between(left, right, 3));
        Assert.Equal(expected, EditDistance.Between(right, left, 3));
    }

    [Theory]
    [InlineData("vicuna", "alpaca")]
    [InlineData("vicuna", "vi")]
    [InlineData("", "llama")]
    public void Between_beyond_the_limit_is_above_it(string left, string right) =>
        Assert.True(EditDistance.Between(left, right, 2) > 2);
}
