using System.CommandLine;
using System.Globalization;
using ChatLineage.Cli.Commands.Model.Json;
using ChatLineage.Cli.ModelServer;
using ChatLineage.Cli.Settings;
using ChatLineage.LocalModel.Catalogue;

namespace ChatLineage.Cli.Commands.Model;

/// <summary><c>chatlineage model list</c></summary>
internal static class ListCommand
{
    public static Command Create()
    {
        var format = ModelFormat.CreateOption("How to write the list.");
        var command = new Command("list", "List models that can be used, and what this machine can run.") { format };
        command.SetAction(parsed =>
        {
            var (options, store) = ModelArgument.Open();
            var rows = Rows(options, store);
            if (parsed.GetValue(format) == ModelFormat.Json)
                Console.Out.WriteLine(ModelJson.Write(rows));
            else
                Write(rows, options.ModelServer);
            return ExitCode.Done;
        });
        return command;
    }

    private static List<ListedModel> Rows(ProgramOptions options, ModelStore store)
    {
        var memory = MachineMemory.Measure();
        var context = options.LocalModel.ContextTokens;
        return [.. ModelCatalogue.Entries.Select(entry => ListedModel.Of(entry, store.Find(entry), memory.Judge(entry, context), context, ModelsInUse.Of(options)))];
    }

    private static void Write(List<ListedModel> rows, ModelServerOptions server)
    {
        string[] head = ["name", "model", "file", "memory", "context", "licence", "this machine", "state"];
        var table = rows.Select(row => new[]
        {
            row.Name,
            row.Title + (row.Kind == "embedding" ? " (embeddings)" : ""),
            DataSize.Of(row.SizeBytes),
            DataSize.Of(row.MemoryBytes),
            row.ContextTokens.ToString("N0", CultureInfo.InvariantCulture),
            row.Licence,
            row.Runs switch { "yes" => "runs it", "whenMemoryIsFree" => "once memory is free", _ => "has too little memory" },
            row.InUse ? "in use" : row.Path is null ? "" : row.Shipped ? "ships with the program" : "here",
        }).Prepend(head).ToList();
        var widths = Enumerable.Range(0, head.Length).Select(column => table.Max(row => row[column].Length)).ToArray();
        foreach (var row in table)
            Console.Out.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        Console.Out.WriteLine("\nGet one with 'chatlineage model pull <name>', choose it with 'chatlineage model use <name>'. hf:owner/name/file.gguf pulls any other file of the hub.");
        if (server.IsSet)
            Console.Out.WriteLine($"Answers are worded by '{server.Model}' on {server.Address} ('ModelServer:Model'), not by a language model of this list.");
    }
}
