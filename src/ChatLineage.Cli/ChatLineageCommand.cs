using System.CommandLine;
using ChatLineage.Cli.Commands.Knowledge;

namespace ChatLineage.Cli;

/// <summary>The command line: what a person types, mapped to <c>Commands/&lt;Noun&gt;/&lt;Verb&gt;Command.cs</c>.</summary>
internal static class ChatLineageCommand
{
    /// <summary>Exit code when the command could not do what was asked; the reason is on standard error.</summary>
    public const int Failed = 1;

    public static Task<int> RunAsync(string[] args) => Root().Parse(args).InvokeAsync();

    private static RootCommand Root() => new("Answers questions about open-source AI lineage from notes that cite their sources.")
    {
        new Command("knowledge", "Work with the notes.")
        {
            CheckCommand.Create(),
            ImportCommand.Create(),
        },
    };
}
