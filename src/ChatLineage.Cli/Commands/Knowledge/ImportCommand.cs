using System.CommandLine;
using ChatLineage.Knowledge.Import;

namespace ChatLineage.Cli.Commands.Knowledge;

/// <summary><c>chatlineage knowledge import &lt;folder&gt;</c></summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "The folder with sources.csv, entities.csv, relations.csv, conflicts.csv and seed_claims.csv." };
        var knowledge = KnowledgeOption.Create();
        var command = new Command("import", "Turn CSV tables into notes and sources; what a note already says stays as it is.") { folder, knowledge };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(folder), parsed.GetRequiredValue(knowledge)));
        return command;
    }

    private static int Run(string folder, string knowledge)
    {
        try
        {
            var report = KnowledgeImport.Run(folder, knowledge);
            Console.Out.WriteLine($"Imported '{folder}' into '{knowledge}': {report.Created} notes created, {report.Extended} extended, {report.Unchanged} unchanged; {report.Sources} sources added; {report.Statements} assessed statements.");
            return 0;
        }
        catch (ImportException wrong)
        {
            Console.Error.WriteLine(wrong.Message);
            return ExitCode.Failed;
        }
    }
}
