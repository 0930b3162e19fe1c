namespace ChatLineage.Cli.Tests.Architecture;

/// <summary>The working copy that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder that holds <c>ChatLineage.sln</c>.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ChatLineage.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"ChatLineage.sln was not found above '{AppContext.BaseDirectory}'. Run the tests from a working copy.");
    }
}
