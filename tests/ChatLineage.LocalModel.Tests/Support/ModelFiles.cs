namespace ChatLineage.LocalModel.Tests.Support;

/// <summary>The model files of the repository.</summary>
internal static class ModelFiles
{
    public static string Writer => Path.Combine(Root, "models", ModelFolder.WriterFile);

    public static string Embedding => Path.Combine(Root, "models", ModelFolder.EmbeddingFile);

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ChatLineage.sln")))
            {
                folder = folder.Parent;
            }

            return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }
    }
}
