using ChatLineage.Knowledge.Lint.Checks;

namespace ChatLineage.Knowledge.Lint;

/// <summary>Checks the notes against every rule in <see cref="Rules"/>.</summary>
/// <remarks>Pure over the files given; safe from any number of threads. Never throws for what the files hold.</remarks>
public static class KnowledgeLint
{
    private static readonly Action<LintContext>[] Checks =
    [
        PlaceCheck.Run, NameCheck.Run, ClaimCheck.Run, CycleCheck.Run, DateCheck.Run, ConflictCheck.Run, ProseCheck.Run, SourceUseCheck.Run,
    ];

    /// <summary>Reads a folder and checks it.</summary>
    /// <param name="folder">The knowledge folder.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static LintReport Check(string folder) => Check(KnowledgeFolder.Read(folder));

    /// <summary>Checks files that were read.</summary>
    public static LintReport Check(KnowledgeFiles files)
    {
        var findings = new List<Finding>(files.Findings);
        var knowledge = KnowledgeLinker.Link(files, findings);
        var context = new LintContext(files, knowledge, findings);
        foreach (var check in Checks)
            check(context);
        Suggestions.Add(knowledge, findings);
        return new LintReport(
            knowledge,
            [
                .. findings.OrderBy(finding => finding.Path, StringComparer.Ordinal)
                    .ThenBy(finding => finding.At.Line).ThenBy(finding => finding.At.Column)
                    .ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal),
            ]);
    }
}
