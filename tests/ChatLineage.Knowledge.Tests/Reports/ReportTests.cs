using ChatLineage.Knowledge.Reports;

namespace ChatLineage.Knowledge.Tests.Reports;

public sealed class ReportTests
{
    private static readonly NotesBuilder Notes = NotesBuilder.Of(
            "b built_on a; on: 2023-04; detail: by hand; sources: [s, t]", "b uses c; disputed: it does not", "c uses b",
            "b licensed_under l", "l is licence")
        .Fields("b",
            "aliases: [Bee]\nreleased: 2023-04-28\nparameters: 7B\nopen: closed\nsource: s\nconflicts:\n  - about: created_by\n    "
                + "aspect: size\n    first: 7B\n    first_sources: [s]\n    second: 8B\n    second_sources: [t]\n    better: first\n    "
                + "because: the card says so")
        .Fields("l", "terms:\n  commercial: conditions\n  conditions: needs a letter\n  share_alike: yes\n  sources: [s]");

    [Theory]
    [InlineData("b", "Name of b (b), model")]
    [InlineData("b", "also Bee")]
    [InlineData("b", "  released:       2023-04-28")]
    [InlineData("b", "  parameters:     7B")]
    [InlineData("b", "  is built on Name of a (a), by hand, 2023-04 [s][t]")]
    [InlineData("b", "  uses Name of c (c) [s] DISPUTED: it does not")]
    [InlineData("b", "  is used by Name of c")]
    [InlineData("b", "  created_by (size): 7B [s] or 8B [t]; 7B is better supported: the card says so")]
    [InlineData("b", "  [t] Post, Maker, https://example.org/t")]
    [InlineData("l", "  commercial use: with conditions")]
    [InlineData("l", "  conditions:     needs a letter")]
    [InlineData("l", "  share-alike:    yes")]
    public void Entity_shows(string id, string line) => Assert.Contains(line, Entity(id, int.MaxValue));

    [Fact]
    public void Entity_wraps_at_the_columns() =>
        Assert.All(Entity("b", 40), line => Assert.True(line.Length <= 40, line));

    [Fact]
    public void Statistics_count()
    {
        var text = new StringWriter();
        StatisticsReport.Write(Notes.Link(), text);

        var lines = text.ToString().Split(Environment.NewLine)
            .Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.Equal("4 notes, 4 claims, 2 sources", lines[0]);
        Assert.Contains("models 3", lines);
        Assert.Contains("uses 2", lines);
        Assert.Contains("claims with two sources or more 1", lines);
        Assert.Contains("claims that are disputed 1", lines);
        Assert.Contains("conflicts decided or explained 1", lines);
        Assert.Contains("Name of a 1", lines);
        Assert.DoesNotContain(lines, line => line.StartsWith("datasets", StringComparison.Ordinal));
    }

    private static string[] Entity(string id, int columns)
    {
        var knowledge = Notes.Link();
        var text = new StringWriter();
        new EntityReport(knowledge, knowledge.FindEntity(id)!, text, columns).Write();
        return text.ToString().Split(Environment.NewLine);
    }
}
