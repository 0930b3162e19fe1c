namespace ChatLineage.Evaluation.Tests;

/// <summary>A folder of its own for a test, removed with it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("chatlineage-").FullName;

    public string Write(string name, params IReadOnlyList<string> lines)
    {
        var file = System.IO.Path.Combine(Path, name);
        File.WriteAllLines(file, lines);
        return file;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
