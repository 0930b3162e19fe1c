using System.CommandLine;
using ChatLineage.Knowledge.Authoring;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Naming;

namespace ChatLineage.Cli.Commands.Knowledge;

/// <summary><c>chatlineage knowledge new &lt;kind&gt; &lt;name&gt;</c></summary>
internal static class NewCommand
{
    public static Command Create()
    {
        var kind = new Argument<string>("kind") { Description = "What it is." };
        kind.AcceptOnlyFromAmong([.. EntityKinds.All.Select(each => each.Word())]);
        var name = new Argument<string>("name") { Description = "The name as its makers spell it, in quotation marks when it has spaces." };
        var id = new Option<string?>("--id") { Description = "The id; made from the name when it is left out.", HelpName = "id" };
        var knowledge = KnowledgeOption.Create();
        var command = new Command("new", "Write an empty note with the right id in the right place, to be filled in.") { kind, name, id, knowledge };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(kind), parsed.GetRequiredValue(name).Trim(), parsed.GetValue(id), parsed.GetRequiredValue(knowledge)));
        return command;
    }

    private static int Run(string word, string name, string? given, string folder)
    {
        if (!EntityKinds.TryParse(word, out var kind))
            throw new CommandException($"'{word}' is no kind. Use one of: {string.Join(", ", EntityKinds.All.Select(each => each.Word()))}.");
        var id = given ?? EntityId.FromName(name);
        if (!EntityId.HasForm(id))
            throw new CommandException($"{(given is null ? $"No id can be made from '{name}'" : $"'{id}' is no id")}. Give one with --id: lower case letters, digits and single hyphens, such as some-model-7b.");
        var knowledge = KnowledgeOption.Load(folder);
        if (knowledge.FindEntity(id) is { } taken)
            throw new CommandException($"The id '{id}' belongs to {taken.Name} in {knowledge.NoteOf(taken).Path}. Edit that note, or give another id with --id.");
        var path = NoteTemplate.Path(kind, id);
        var file = Path.Combine(folder, path);
        if (File.Exists(file))
            throw new CommandException($"'{file}' exists already. Edit it, or give another id with --id.");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, NoteTemplate.Write(kind, id, name));
        Console.Out.WriteLine($"Wrote {file}.");
        foreach (var namesake in EntityNames.Find(knowledge, name))
            Console.Out.WriteLine($"'{name}' is also a name of {namesake.Id} ({knowledge.NoteOf(namesake).Path}): make sure that they are two things, and say so with 'same_name_as: [{namesake.Id}]'.");
        Console.Out.WriteLine("Fill it in, list its sources under sources/, and run: chatlineage knowledge check");
        return ExitCode.Done;
    }
}
