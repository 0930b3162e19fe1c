using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Knowledge.Claims;

namespace ChatLineage.Answering.Tests.Evidence;

public sealed class StatementTests
{
    private static readonly Fact[] Facts = [.. Asking.Context.Facts.To(Asking.Knowledge.FindEntity("llama")!, Predicates.FineTunedFrom)];

    [Fact]
    public void WorkedOut_of_several_lines_rests_on_the_finding_and_on_each_of_them()
    {
        var statement = Statement.WorkedOut("Yes. ", "2 tunes are recorded.", Facts[0].Line, Facts[1].Line);

        Assert.Equal("Yes. 2 tunes are recorded.", statement.Text);
        Assert.Equal(["2 tunes are recorded.", Facts[0].Line.Text, Facts[1].Line.Text], statement.Lines.Select(line => line.Text));
        Assert.Equal(Facts[0].Claims.Concat(Facts[1].Claims), statement.Lines[0].Claims);
        Assert.True(new ChatLineage.Answering.Grounding.GroundingCheck(statement.Lines, "").Judge(statement.Text + " [1][2][3]").Supported);
    }

    [Fact]
    public void WorkedOut_of_one_line_cites_what_that_line_rests_on()
    {
        var statement = Statement.WorkedOut("", "8 more are recorded there.", Facts[0].Line);

        Assert.Equal(Facts[0].Line.Sources.AsEnumerable(), Assert.Single(statement.Lines).Sources);
    }
}
