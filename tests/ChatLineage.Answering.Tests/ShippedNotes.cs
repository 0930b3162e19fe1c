using ChatLineage.Knowledge;

namespace ChatLineage.Answering.Tests;

/// <summary>The notes that ship, read once.</summary>
internal static class ShippedNotes
{
    public static KnowledgeBase Knowledge { get; } = KnowledgeStore.Open(Folder()).Current;

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "knowledge", "sources")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("There is no knowledge folder above the tests.");
        return Path.Combine(folder.FullName, "knowledge");
    }
}
