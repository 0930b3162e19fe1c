using ChatLineage.Cli.Settings;

namespace ChatLineage.Cli.Composition;

/// <summary>The file in which conversations, answers and opinions are kept.</summary>
internal static class ChatFile
{
    private const string Name = "chatlineage.db";

    /// <summary>Where it is.</summary>
    /// <exception cref="CommandException">The settings name none, and there is no home folder.</exception>
    public static string PathOf(ProgramOptions options) => options.Chat.Database
        ?? (DataFolder.Path is { } folder
            ? Path.Combine(folder, Name)
            : throw new CommandException($"There is no home folder to keep conversations in. Name a file with {SettingsFiles.Prefix}Chat__Database."));
}
