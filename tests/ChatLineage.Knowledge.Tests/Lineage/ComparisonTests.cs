using ChatLineage.Knowledge.Lineage;

namespace ChatLineage.Knowledge.Tests.Lineage;

public sealed class ComparisonTests
{
    private static readonly KnowledgeBase Notes = NotesBuilder.Of(
        "mit is licence", "sharegpt is dataset", "pile is dataset",
        "vicuna fine_tuned_from llama", "vicuna trained_on sharegpt", "vicuna licensed_under mit",
        "koala fine_tuned_from llama", "koala trained_on pile", "koala licensed_under mit; disputed: code only",
        "stablevicuna fine_tuned_from vicuna").Link();

    [Fact]
    public void Of_two_tunes_tells_what_they_share_and_what_only_one_has()
    {
        var compared = Comparison.Of(Notes, Notes.FindEntity("vicuna")!, Notes.FindEntity("koala")!);

        Assert.Equal(["vicuna fine_tuned_from llama"], compared.Both.Select(claim => claim.ToString()));
        Assert.Equal(["vicuna trained_on sharegpt", "vicuna licensed_under mit"], compared.OnlyLeft.Select(claim => claim.ToString()));
        Assert.Equal(["koala trained_on pile"], compared.OnlyRight.Select(claim => claim.ToString()));
        Assert.Equal("llama", Assert.Single(compared.SharedAncestors).Left.Entity.Id);
    }

    [Fact]
    public void Of_model_and_its_tune_shares_the_ancestors_of_the_model()
    {
        var compared = Comparison.Of(Notes, Notes.FindEntity("stablevicuna")!, Notes.FindEntity("vicuna")!);

        var (left, right) = Assert.Single(compared.SharedAncestors);
        Assert.Equal((2, 1), (left.Depth, right.Depth));
        Assert.Empty(compared.Both);
    }
}
