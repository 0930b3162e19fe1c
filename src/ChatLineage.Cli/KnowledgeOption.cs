using System.CommandLine;
using ChatLineage.Knowledge;

namespace ChatLineage.Cli;

/// <summary>The option that names the knowledge folder, shared by every command that reads notes.</summary>
internal static class KnowledgeOption
{
    private const string FolderName = "knowledge";

    public static Option<string> Create() => new("--knowledge")
    {
        Description = "The folder with the notes.",
        HelpName = "folder",
        DefaultValueFactory = _ => Default(),
    };

    /// <summary>Reads and links the notes; what is wrong with them is left out, <c>check</c> tells it.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder; the message says what to do.</exception>
    public static KnowledgeBase Load(string folder) => KnowledgeLinker.Link(KnowledgeFolder.Read(folder), []);

    /// <summary>The folder of that name here or above, so that commands work from any folder of a clone; else beside the program.</summary>
    private static string Default()
    {
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, FolderName);
            if (Directory.Exists(Path.Combine(candidate, "sources")))
                return candidate;
        }

        var beside = Path.Combine(AppContext.BaseDirectory, FolderName);
        return Directory.Exists(beside) ? beside : FolderName;
    }
}
