using System.Collections.Concurrent;
using System.Text;
using ChatLineage.Knowledge.Lint;

namespace ChatLineage.Knowledge;

/// <summary>Reads a knowledge folder: notes by kind, sources and assessments.</summary>
public static class KnowledgeFolder
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MaxFileBytes = 4 * 1024 * 1024;

    private const string OutOfFolder = "save it as UTF-8 text, or move it out of the knowledge folder";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads every file below the folder. Files that cannot be used are findings, never exceptions.</summary>
    /// <param name="folder">The folder, normally <c>knowledge</c>.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static KnowledgeFiles Read(string folder) => KnowledgeFiles.Of(folder, ReadEach(folder));

    /// <summary>Reads every file below the folder, each by itself, in no order.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyCollection<KnowledgeFile> ReadEach(string folder)
    {
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException(
                $"There is no knowledge folder at '{folder}'. Name it with --knowledge <folder>, or run from the folder that holds "
                    + "'knowledge'.");
        var files = new ConcurrentBag<KnowledgeFile>();
        Parallel.ForEach(Entries(folder), path => files.Add(ReadFile(folder, path)));
        return files;
    }

    /// <summary>Reads one file of the folder.</summary>
    /// <param name="folder">The knowledge folder.</param>
    /// <param name="path">The file, relative to the folder, with forward slashes.</param>
    public static KnowledgeFile ReadFile(string folder, string path)
    {
        var file = new FileInfo(Path.Combine(folder, path));
        try
        {
            if (!file.Exists && file.LinkTarget is null)
                return Unreadable(path, "the file is gone");
            // A loop of links would never end, and a link out of the folder is no note.
            if (file.Attributes.HasFlag(FileAttributes.ReparsePoint))
                return KnowledgeFile.Unusable(path, Rules.StrayFile, "this is a link, and links are not followed",
                    "put the file itself here, or remove the link");
            if (!IsText(path))
                return KnowledgeFile.Parse(path, "");
            if (file.Length > MaxFileBytes)
                return Unreadable(path, $"the file has {file.Length / 1024 / 1024} MB, more than {MaxFileBytes / 1024 / 1024}");
            var bytes = File.ReadAllBytes(file.FullName);
            return bytes.AsSpan().Contains((byte)0)
                ? Unreadable(path, "the file holds NUL bytes, so it is not UTF-8 text")
                : KnowledgeFile.Parse(path, Utf8.GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            return Unreadable(path, "the file is not UTF-8 text");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return Unreadable(path, unreadable.Message);
        }
    }

    private static KnowledgeFile Unreadable(string path, string reason) =>
        KnowledgeFile.Unusable(path, Rules.UnreadableFile, reason, OutOfFolder);

    private static bool IsText(string path) =>
        path.EndsWith(".md", StringComparison.Ordinal) || path.EndsWith(".yaml", StringComparison.Ordinal);

    private static IEnumerable<string> Entries(string folder)
    {
        // Links to folders are listed like files, so that they are reported instead of followed.
        var found = new System.IO.Enumeration.FileSystemEnumerable<string>(
            folder,
            (ref entry) => Path.GetRelativePath(folder, entry.ToFullPath()).Replace('\\', '/'),
            new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = true })
        {
            ShouldIncludePredicate = (ref entry) => (!entry.IsDirectory || IsLink(ref entry)) && !IsHidden(entry.FileName),
            ShouldRecursePredicate = (ref entry) => !IsLink(ref entry) && !IsHidden(entry.FileName),
        };
        return found.Where(path => !IsDocumentation(path));
    }

    private static bool IsLink(ref System.IO.Enumeration.FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

    private static bool IsHidden(ReadOnlySpan<char> name) => name.StartsWith(".");

    // The format's description and its schemas stand beside the notes.
    private static bool IsDocumentation(string path) =>
        Path.GetFileName(path.AsSpan()) is "README.md" || (!path.Contains('/') && path.EndsWith(".schema.json", StringComparison.Ordinal));
}
