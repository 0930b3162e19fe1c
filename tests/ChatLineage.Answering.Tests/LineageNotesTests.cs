using ChatLineage.Knowledge.Lint;
using ChatLineage.Testing.Notes;

namespace ChatLineage.Answering.Tests;

/// <summary>The notes that the tests ask are notes that a maintainer could commit.</summary>
public sealed class LineageNotesTests
{
    [Fact]
    public void Files_have_no_errors() =>
        Assert.Empty(KnowledgeLint.Check(KnowledgeBuilder.Read(LineageNotes.Files())).Findings.Where(finding => finding.Rule.Severity == Severity.Error).Select(finding => $"{finding.Path}: {finding.Message}"));
}
