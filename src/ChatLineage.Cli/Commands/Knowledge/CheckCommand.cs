using System.CommandLine;
using ChatLineage.Cli.Terminal;
using ChatLineage.Knowledge.Lint;
using ChatLineage.Knowledge.Lint.Reports;

namespace ChatLineage.Cli.Commands.Knowledge;

/// <summary><c>chatlineage knowledge check</c></summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var format = new Option<string>("--format") { Description = "How to write what is found.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "sarif");
        var knowledge = KnowledgeOption.Create();
        var command = new Command("check", "Check the notes against every rule; exit code 1 when one is broken.") { format, knowledge };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(format), parsed.GetRequiredValue(knowledge)));
        return command;
    }

    private static int Run(string format, string folder)
    {
        var report = KnowledgeLint.Check(folder);
        var shown = Shown(folder);
        switch (format)
        {
            case "json":
                JsonReport.Write(Console.OpenStandardOutput(), report);
                Console.Out.WriteLine();
                break;
            case "sarif":
                SarifReport.Write(Console.OpenStandardOutput(), report, shown.Replace('\\', '/'));
                Console.Out.WriteLine();
                break;
            default:
                var lines = new FileLines(folder);
                new TextReport(Console.Out, TerminalTraits.Detect().Colour, shown, lines.Line).Write(report);
                break;
        }

        return report.Errors == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static string Shown(string folder)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, folder);
        return relative.StartsWith("..", StringComparison.Ordinal) ? folder : relative;
    }
}
