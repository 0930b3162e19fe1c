using ChatLineage.Retrieval.Fusion;

namespace ChatLineage.Retrieval.Tests.Fusion;

public sealed class ReciprocalRankFusionTests
{
    [Fact]
    public void Fuse_scores_are_sums_of_reciprocal_ranks()
    {
        var fused = ReciprocalRankFusion.Fuse([[7, 3], [3]]);

        Assert.Equal([3, 7], fused.Select(item => item.Item));
        Assert.Equal((1.0 / 62) + (1.0 / 61), fused[0].Score, precision: 15);
        Assert.Equal(1.0 / 61, fused[1].Score, precision: 15);
        Assert.Equal([2, 1], fused[0].Ranks);
        Assert.Equal([1, 0], fused[1].Ranks);
    }

    [Fact]
    public void Fuse_two_middling_ranks_beat_one_good_rank()
    {
        var fused = ReciprocalRankFusion.Fuse([[1, 2, 9], [4, 5, 9]]);

        Assert.Equal(9, fused[0].Item);
    }

    [Fact]
    public void Fuse_equal_scores_are_ordered_by_item() =>
        Assert.Equal([2, 5], ReciprocalRankFusion.Fuse([[5], [2]]).Select(item => item.Item));

    [Fact]
    public void Fuse_nothing_gives_nothing() => Assert.Empty(ReciprocalRankFusion.Fuse([[], []]));
}
