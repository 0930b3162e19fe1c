namespace ChatLineage.Cli.Commands.Knowledge;

/// <summary>Gives single lines of files for messages; keeps the last file, since messages come file by file.</summary>
internal sealed class FileLines(string folder)
{
    private string? _path;
    private string[] _lines = [];

    public string? Line(string path, int number)
    {
        if (path != _path)
        {
            _path = path;
            _lines = Read(Path.Combine(folder, path));
        }

        return number >= 1 && number <= _lines.Length ? _lines[number - 1] : null;
    }

    private static string[] Read(string file)
    {
        try
        {
            return new FileInfo(file).Length <= ChatLineage.Knowledge.KnowledgeFolder.MaxFileBytes ? File.ReadAllLines(file) : [];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
