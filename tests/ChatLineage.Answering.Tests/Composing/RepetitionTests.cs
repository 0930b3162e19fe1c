using ChatLineage.Answering.Composing;
using ChatLineage.Answering.Evidence;
using ChatLineage.Knowledge.Claims;

namespace ChatLineage.Answering.Tests.Composing;

public sealed class RepetitionTests
{
    private static readonly EvidenceLine Release = ClaimWording.Line(
        [.. Asking.Knowledge.ClaimsFrom(Asking.Knowledge.FindEntity("vicuna")!).Where(claim => claim.Predicate == Predicates.ReleasedBy)]);

    [Theory]
    [InlineData("Vicuna came out on 30 March 2023.")]
    [InlineData("Vicuna was released by LMSYS on 30 March 2023.")]
    public void Without_drops_what_the_same_claims_said_already(string again) =>
        Assert.Single(Repetition.Without([Statement.Of("LMSYS released Vicuna on 30 March 2023.", Release), Statement.Of(again, Release)]));

    [Theory]
    [InlineData("Vicuna came out on 30 March 2023.", "LMSYS released Vicuna on 30 March 2023.")]
    [InlineData("LMSYS released Vicuna.", "Vicuna came out on 30 March 2023.")]
    [InlineData("LMSYS released Vicuna.", "LMSYS released Vicuna (first public weights).")]
    public void Without_keeps_another_name_date_or_detail(string first, string second) =>
        Assert.Equal(2, Repetition.Without([Statement.Of(first, Release), Statement.Of(second, Release)]).Count());

    [Fact]
    public void Without_keeps_what_rests_on_something_else()
    {
        var other = ClaimWording.Line([.. Asking.Knowledge.ClaimsFrom(Asking.Knowledge.FindEntity("vicuna")!)
            .Where(claim => claim.Predicate == Predicates.FineTunedFrom)]);
        Assert.Equal(2, Repetition.Without([Statement.Of("LMSYS released Vicuna.", Release), Statement.Of("Vicuna is a tune.", other)]).Count());
    }
}
