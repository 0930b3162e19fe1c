using System.CommandLine;
using ChatLineage.Knowledge.Reports;

namespace ChatLineage.Cli.Commands.Knowledge;

/// <summary><c>chatlineage knowledge stats</c></summary>
internal static class StatsCommand
{
    public static Command Create()
    {
        var knowledge = KnowledgeOption.Create();
        var command = new Command("stats", "Count what the notes hold and how well it is founded.") { knowledge };
        command.SetAction(parsed =>
        {
            StatisticsReport.Write(KnowledgeOption.Load(parsed.GetRequiredValue(knowledge)), Console.Out);
            return ExitCode.Done;
        });
        return command;
    }
}
