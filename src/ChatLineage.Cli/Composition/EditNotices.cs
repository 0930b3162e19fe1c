using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Lint;

namespace ChatLineage.Cli.Composition;

/// <summary>Tells whoever runs the program about edited notes that are wrong; right ones take effect silently.</summary>
internal sealed class EditNotices(Action<string> notice) : IProgress<KnowledgeUpdate>
{
    public void Report(KnowledgeUpdate value)
    {
        foreach (var finding in value.Findings)
            notice($"{finding.Path}:{finding.At.Line}:{finding.At.Column}: {finding.Rule.Id}: {finding.Message}; {finding.Fix}.{Kept(value, finding)}");
    }

    private static string Kept(KnowledgeUpdate update, Finding finding) =>
        update.Kept.Contains(finding.Path) ? " Its last good version stays in use." : "";
}
