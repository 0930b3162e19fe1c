using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Drafting;

namespace ChatLineage.Cli.Commands.Knowledge;

/// <summary>Puts a draft into the knowledge folder; never over a note that exists.</summary>
internal static class DraftFiles
{
    public static void Write(Draft draft, string folder)
    {
        var note = Path.Combine(folder, draft.Path);
        if (File.Exists(note))
            throw new CommandException($"'{note}' exists already. Run without --write and add what is new to it by hand.");
        var sources = Path.Combine(folder, draft.SourcePath);
        var text = File.Exists(sources) ? File.ReadAllText(sources).TrimEnd('\n') + "\n" : $"publisher: {draft.Publisher}\nsources:\n";
        if (!KnowledgeFile.Parse(draft.SourcePath, text + draft.SourceEntry).IsSound)
            throw new CommandException($"The card cannot be added to the end of '{sources}'. Run without --write and add it by hand.");
        Directory.CreateDirectory(Path.GetDirectoryName(note)!);
        File.WriteAllText(note, draft.Note);
        File.WriteAllText(sources, text + draft.SourceEntry);
        Console.Out.WriteLine($"Wrote {note} and added its card to {sources}. Check both, then run: chatlineage knowledge check");
    }
}
