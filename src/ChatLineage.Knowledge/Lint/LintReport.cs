using System.Collections.Immutable;

namespace ChatLineage.Knowledge.Lint;

/// <summary>What the lint found.</summary>
/// <param name="Knowledge">The notes, linked; what is wrong is left out.</param>
/// <param name="Findings">What is wrong, by file and line.</param>
public sealed record LintReport(KnowledgeBase Knowledge, ImmutableArray<Finding> Findings)
{
    /// <summary>How many findings are errors.</summary>
    public int Errors => Findings.Count(finding => finding.Rule.Severity == Severity.Error);

    /// <summary>How many findings are warnings.</summary>
    public int Warnings => Findings.Length - Errors;
}
