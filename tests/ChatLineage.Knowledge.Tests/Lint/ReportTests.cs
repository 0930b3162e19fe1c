using System.Text;
using System.Text.Json;
using ChatLineage.Knowledge.Lint;
using ChatLineage.Knowledge.Lint.Reports;

namespace ChatLineage.Knowledge.Tests.Lint;

public sealed class ReportTests
{
    private const string Note = "---\nid: z\nname: Z\nkind: model\nclaims:\n  - fine_tuned_from: vicunna\n    sources: [s, t]\n---\n";
    private const string Bell = "\a\u001b[2J";

    [Fact]
    public void Text_shows_place_line_caret_and_fix()
    {
        Assert.Equal(
            """
            error[CL007]: 'vicunna' has no note
             --> knowledge/models/z.md:6:22
              |
            6 |   - fine_tuned_from: vicunna
              |                      ^^^^^^^
              = fix: did you mean 'vicuna'? Otherwise correct the id, or add the note

            1 error and 0 warnings in 2 notes, 0 claims, 2 sources; docs/diagnostics.md explains each rule

            """,
            Text(Broken().Lint(), Note, colours: false));
    }

    [Fact]
    public void Text_colours_only_when_asked()
    {
        Assert.Contains("\u001b[1;31merror[CL007]\u001b[0m", Text(Broken().Lint(), Note, colours: true));
        Assert.DoesNotContain("\u001b", Text(Broken().Lint(), Note, colours: false));
    }

    [Fact]
    public void Text_clean_says_ok() =>
        Assert.Equal("ok: 2 notes, 1 claims, 2 sources; nothing to report\n",
            Text(NotesBuilder.Of("z uses a; sources: [s, t]").Lint(), "", colours: false));

    [Fact]
    public void Text_control_characters_of_notes_do_not_reach_the_terminal()
    {
        var note = $"---\nid: z\nname: Z\nkind: model\nclaims:\n  - uses: \"{"\\a\\e[2J"}\"\n    sources: [s, t]\n---\n";
        var report = NotesBuilder.Of("vicuna is model").File("models/z.md", note).Lint();

        Assert.Contains(Bell, report.Findings.Single().Message);
        Assert.DoesNotContain('\u001b', Text(report, note.Replace("\\a\\e[2J", Bell, StringComparison.Ordinal), colours: false));
    }

    [Fact]
    public void Text_long_line_is_cut_around_the_place()
    {
        var note =
            $"---\nid: z\nname: Z\nkind: model\naliases: "
                + $"[{string.Join(", ", Enumerable.Range(0, 100).Select(number => $"name-{number}"))}, vicuna]\n---\n";
        var report = NotesBuilder.Of("vicuna is model", "y uses vicuna; sources: [s, t]").Fields("vicuna", "aliases: [vicuna]")
            .File("models/z.md", note).Lint();

        var lines = Text(report, note, colours: false).Split('\n');
        Assert.All(lines, line => Assert.True(line.Length < 200));
        Assert.Equal(lines[3].IndexOf("vicuna", StringComparison.Ordinal), lines[4].IndexOf('^', StringComparison.Ordinal));
    }

    [Fact]
    public void Json_has_counts_and_every_finding()
    {
        using var stream = new MemoryStream();
        JsonReport.Write(stream, Broken().Lint());

        var root = JsonDocument.Parse(stream.ToArray()).RootElement;
        Assert.Equal(1, root.GetProperty("errors").GetInt32());
        var finding = root.GetProperty("findings")[0];
        Assert.Equal(("CL007", "error", "models/z.md", 6, 22, "vicunna"), (
            finding.GetProperty("rule").GetString(), finding.GetProperty("severity").GetString(), finding.GetProperty("path").GetString(),
            finding.GetProperty("line").GetInt32(), finding.GetProperty("column").GetInt32(), finding.GetProperty("value").GetString()));
    }

    [Fact]
    public void Sarif_has_rules_and_places()
    {
        using var stream = new MemoryStream();
        SarifReport.Write(stream, Broken().File("models/a b.md", "x").Lint(), "knowledge");

        var root = JsonDocument.Parse(stream.ToArray()).RootElement;
        Assert.Equal("2.1.0", root.GetProperty("version").GetString());
        var run = root.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        var results = run.GetProperty("results").EnumerateArray().ToList();
        Assert.All(results,
            result =>
            Assert.Equal(result.GetProperty("ruleId").GetString(),
                rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString()));
        Assert.Equal(
            ["knowledge/models/a%20b.md", "knowledge/models/z.md"],
            results.Select(result => result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation")
                .GetProperty("uri").GetString()));
    }

    private static NotesBuilder Broken() => NotesBuilder.Of("vicuna is model").File("models/z.md", Note);

    private static string Text(LintReport report, string note, bool colours)
    {
        var text = new StringBuilder();
        using var writer = new StringWriter(text) { NewLine = "\n" };
        new TextReport(writer, colours, "knowledge",
            (path, line) => path == "models/z.md" ? note.Split('\n')[line - 1] : null).Write(report);
        return text.ToString();
    }
}
