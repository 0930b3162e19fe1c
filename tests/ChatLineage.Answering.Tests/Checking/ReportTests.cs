using System.Text.Json;
using ChatLineage.Answering.Checking;
using ChatLineage.Answering.Checking.Reports;

namespace ChatLineage.Answering.Tests.Checking;

public sealed class ReportTests
{
    private static readonly TextCheck Check = new TextChecker(Asking.Knowledge).Check("Alpaca was released by LMSYS. Alpaca | is *built* on LLaMA.", CancellationToken.None);

    [Fact]
    public void Text_report_names_verdict_place_correction_and_source()
    {
        var lines = TextReport.Lines(Check).Select(line => line.Text).ToList();

        Assert.Equal("1:1 “Alpaca was released by LMSYS.”", lines[0]);
        Assert.Equal("  CONTRADICTED: Alpaca was released by LMSYS.", lines[1]);
        Assert.StartsWith("    The notes say: Alpaca was released by Stanford", lines[2], StringComparison.Ordinal);
        Assert.Contains("[1]", lines[2], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("[1] ", StringComparison.Ordinal));
        Assert.Equal("2 statements in 2 sentences: 1 supported, 1 contradicted.", lines[^1]);
    }

    [Fact]
    public void Markdown_report_is_a_table_that_foreign_signs_cannot_break()
    {
        var rows = MarkdownReport.Write(Check).Split('\n').Where(line => line.StartsWith('|')).ToList();

        Assert.Equal(4, rows.Count);
        Assert.All(rows, row => Assert.Equal(6, row.Replace("\\|", "", StringComparison.Ordinal).Count(sign => sign == '|')));
    }

    [Fact]
    public void Json_report_has_the_documented_fields()
    {
        using var json = JsonDocument.Parse(JsonReport.Write(Check));

        Assert.Equal(1, json.RootElement.GetProperty("version").GetInt32());
        Assert.Equal(1, json.RootElement.GetProperty("verdicts").GetProperty("contradicted").GetInt32());
        var first = json.RootElement.GetProperty("statements")[0];
        Assert.Equal(
            ["line", "column", "offset", "length", "sentence", "claim", "subject", "relation", "value", "verdict", "inPart", "holds", "sources"],
            first.EnumerateObject().Select(field => field.Name));
        Assert.Equal("contradicted", first.GetProperty("verdict").GetString());
        Assert.Equal("lmsys", first.GetProperty("value").GetString());
    }

    [Fact]
    public void Reports_of_a_text_without_statements_say_so()
    {
        var nothing = new TextCheck([], 3);

        Assert.Equal("No statement of lineage in 3 sentences: nothing to check.", Assert.Single(TextReport.Lines(nothing)).Text);
        Assert.Equal("No statement of lineage in 3 sentences: nothing to check.", MarkdownReport.Write(nothing));
    }
}
