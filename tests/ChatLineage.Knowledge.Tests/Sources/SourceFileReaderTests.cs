using ChatLineage.Knowledge.Assessments;
using ChatLineage.Knowledge.Lint;
using ChatLineage.Knowledge.Sources;

namespace ChatLineage.Knowledge.Tests.Sources;

public sealed class SourceFileReaderTests
{
    private const string Good = "  - {id: a, title: T, url: 'https://x.org', kind: paper}\n";

    [Fact]
    public void Read_publisher_is_told_once_or_by_each()
    {
        var sources = Read("publisher: P\nsources:\n" + Good
            + "  - {id: b, title: U, publisher: Q, url: 'urn:x:y', kind: article, published: 2023-05}\n", out var findings);

        Assert.Empty(findings);
        Assert.Equal(new Source("a", "T", "P", "https://x.org", null, SourceKind.Paper), sources[0]);
        Assert.Equal(new Source("b", "U", "Q", "urn:x:y", new PartialDate(2023, 5), SourceKind.Article), sources[1]);
        Assert.Equal((3, 1), (sources[0].Trust, sources[1].Trust));
    }

    [Theory]
    [InlineData("", "CL004", "no 'sources'")]
    [InlineData("text", "CL004", "no 'sources'")]
    [InlineData("sources: {", "CL002", "")]
    [InlineData("sources:\n" + Good, "CL004", "no publisher")]
    [InlineData("publisher: P\nsources:\n  - {id: A, title: T, url: 'https://x.org', kind: paper}\n", "CL005", "'id: A' is no id")]
    [InlineData("publisher: P\nsources:\n  - {id: a, title: T, url: x.org, kind: paper}\n", "CL005", "'url: x.org' is no address")]
    [InlineData("publisher: P\nsources:\n  - {id: a, title: T, url: 'file:///etc', kind: paper}\n", "CL005", "is no address")]
    [InlineData("publisher: P\nsources:\n  - {id: a, title: T, url: 'https://x.org', kind: book}\n", "CL005", "'kind: book'")]
    [InlineData("publisher: P\nsources:\n  - {id: a, url: 'https://x.org', kind: paper}\n", "CL004", "'title' is missing")]
    [InlineData("publisher: P\nsources:\n  - {id: a, title: T, url: 'https://x.org', kind: paper, year: 2023}\n", "CL003",
        "'year' is not a known field")]
    [InlineData("publisher: P\nsource:\n" + Good, "CL003", "'source' is not a known field")]
    public void Read_mistake_is_a_finding(string text, string rule, string message)
    {
        Read(text, out var findings);

        Assert.Equal(rule, findings[0].Rule.Id);
        Assert.Contains(message, findings[0].Message);
    }

    [Fact]
    public void AssessmentFile_reads_statements_and_refuses_unknown_verdicts()
    {
        var findings = new List<Finding>();
        var file = AssessmentFileReader.Read(
            "assessments/x.yaml",
            "text: article\nstatements:\n  - {id: c1, says: A, verdict: contradicted (date), holds: B, sources: [s]}\n  - {id: c2, says: "
                + "A, verdict: wrong, holds: B, sources: [s]}\n",
            findings);

        Assert.Equal(("article", "c1"), (file.Text.Value, Assert.Single(file.Statements).Id));
        Assert.Contains("'verdict: wrong'", Assert.Single(findings).Message);
    }

    private static System.Collections.Immutable.ImmutableArray<Source> Read(string text, out List<Finding> findings)
    {
        findings = [];
        return [.. SourceFileReader.Read("sources/p.yaml", text, findings).Select(source => source.Value)];
    }
}
