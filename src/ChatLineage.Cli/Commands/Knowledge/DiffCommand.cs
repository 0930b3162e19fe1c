using System.CommandLine;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Comparing;
using ChatLineage.Knowledge.Reports;

namespace ChatLineage.Cli.Commands.Knowledge;

/// <summary><c>chatlineage knowledge diff &lt;revision&gt;</c></summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        var revision = new Argument<string>("revision") { Description = "A git revision, such as main, HEAD~1 or a commit." };
        var knowledge = KnowledgeOption.Create();
        var command = new Command("diff", "Show what the notes here add to, take from and settle in those of a git revision.") { revision, knowledge };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(revision), parsed.GetRequiredValue(knowledge), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string revision, string folder, CancellationToken cancellationToken)
    {
        var now = KnowledgeFolder.ReadEach(folder);
        var then = await new GitRevision(folder, revision).ReadAsync(now, cancellationToken);
        var before = KnowledgeLinker.Link(KnowledgeFiles.Of(folder, then), []);
        var after = KnowledgeLinker.Link(KnowledgeFiles.Of(folder, now), []);
        DifferenceReport.Write(KnowledgeDifference.Between(before, after), Console.Out);
        return ExitCode.Done;
    }
}
