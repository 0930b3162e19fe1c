using ChatLineage.Knowledge.Comparing;
using ChatLineage.Knowledge.Reports;

namespace ChatLineage.Knowledge.Tests.Comparing;

public sealed class KnowledgeDifferenceTests
{
    [Fact]
    public void Between_same_notes_is_empty()
    {
        var notes = NotesBuilder.Of("b built_on a", "b built_on a; sources: [t]");

        Assert.True(KnowledgeDifference.Between(notes.Link(), notes.Link()).IsEmpty);
        Assert.Contains("The graph is the same", Report(notes, notes));
    }

    [Theory]
    [InlineData("b built_on a", "b built_on a|c built_on a", "+ c (Name of c, model)|+ c built_on a [s]")]
    [InlineData("b built_on a|c built_on a", "b built_on a", "- c (Name of c, model)|- c built_on a [s]")]
    [InlineData("b built_on a", "b built_on a; detail: by hand; on: 2023", "~ b built_on a [s]|now by hand, 2023, [s]")]
    [InlineData("b uses a", "b uses a; disputed: no", "~ b uses a [s]|now [s], disputed: no")]
    [InlineData("b uses a", "b uses a; sources: [t]", "now [t]")]
    [InlineData("b uses a|b uses a; sources: [t]", "b uses a", "- b uses a [t]")]
    [InlineData("c built_on b|b built_on a|x is model", "c built_on b|b built_on x|a is model", "~ b: a -> x|~ c: a -> x")]
    [InlineData("c built_on b|b built_on a", "c built_on b|b is model|a is model", "~ b: a -> nothing recorded|~ c: a -> b")]
    public void Between_claims_and_roots(string before, string after, string lines)
    {
        var report = Report(NotesBuilder.Of(before.Split('|')), NotesBuilder.Of(after.Split('|')));

        Assert.All(lines.Split('|'), line => Assert.Contains(line, report));
    }

    [Theory]
    [InlineData("", "undecided", "recorded, undecided", "1 conflicts opened, 0 settled")]
    [InlineData("undecided", "second", "undecided -> the second holds: why", "0 conflicts opened, 1 settled")]
    [InlineData("undecided", "", "no longer recorded", "0 conflicts opened, 1 settled")]
    [InlineData("first", "undecided", "the first holds -> undecided", "1 conflicts opened, 0 settled")]
    [InlineData("", "both", "recorded, both hold", "0 conflicts opened, 0 settled")]
    public void Between_conflicts(string before, string after, string line, string summary)
    {
        var report = Report(WithConflict(before), WithConflict(after));

        Assert.Contains(line, report);
        Assert.Contains(summary, report);
    }

    [Fact]
    public void Between_fields()
    {
        var before = NotesBuilder.Of("a is model").Fields("a", "released: 2023\nparameters: 7B");
        var after = NotesBuilder.Of("a is model").Fields("a", "released: 2023-04\nopen: closed");

        var report = Report(before, after);

        Assert.Contains("~ a released: 2023 -> 2023-04", report);
        Assert.Contains("~ a parameters: 7B -> nothing", report);
        Assert.Contains("~ a open: nothing -> closed", report);
    }

    private static NotesBuilder WithConflict(string better) => better.Length == 0
        ? NotesBuilder.Of("a is model")
        : NotesBuilder.Of("a is model")
            .Fields("a",
                $"conflicts:\n  - about: created_by\n    aspect: size\n    first: 1\n    first_sources: [s]\n    second: 2\n    "
                    + $"second_sources: [t]\n    better: {better}\n    because: why");

    private static string Report(NotesBuilder before, NotesBuilder after)
    {
        var text = new StringWriter();
        DifferenceReport.Write(KnowledgeDifference.Between(before.Link(), after.Link()), text);
        return text.ToString();
    }
}
