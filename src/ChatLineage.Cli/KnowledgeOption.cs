using System.CommandLine;

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

    /// <summary>Says that the folder does not exist, and what to do.</summary>
    /// <returns>The exit code.</returns>
    public static int Missing(string folder)
    {
        Console.Error.WriteLine($"There is no knowledge folder at '{folder}'. Name it with --knowledge <folder>, or run from the folder that holds '{FolderName}'.");
        return ExitCode.Failed;
    }

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
