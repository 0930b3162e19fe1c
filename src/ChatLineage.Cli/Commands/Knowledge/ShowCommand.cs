using System.CommandLine;
using ChatLineage.Cli.Terminal;
using ChatLineage.Knowledge.Reports;

namespace ChatLineage.Cli.Commands.Knowledge;

/// <summary><c>chatlineage knowledge show &lt;entity&gt;</c></summary>
internal static class ShowCommand
{
    public static Command Create()
    {
        var entity = EntityArgument.Create();
        var knowledge = KnowledgeOption.Create();
        var command = new Command("show", "Show everything that is recorded about an entity, with its sources.") { entity, knowledge };
        command.SetAction(parsed =>
        {
            var notes = KnowledgeOption.Load(parsed.GetRequiredValue(knowledge));
            var shown = EntityArgument.Find(notes, parsed.GetRequiredValue(entity));
            new EntityReport(notes, shown, Console.Out, TerminalTraits.Detect().Width ?? int.MaxValue).Write();
            return ExitCode.Done;
        });
        return command;
    }
}
