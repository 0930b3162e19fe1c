namespace ChatLineage.Cli.Composition;

/// <summary>Where the program keeps what it makes, unless the settings say otherwise.</summary>
internal static class DataFolder
{
    private const string Name = "chatlineage";

    /// <summary>The folder, which need not exist yet, and whose own folder need not either: a user who was just made has neither. Null for a user without a home folder.</summary>
    public static string? Path =>
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } data
            ? System.IO.Path.Combine(data, Name)
            : null;
}
