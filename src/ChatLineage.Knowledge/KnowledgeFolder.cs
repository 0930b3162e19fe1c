using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using ChatLineage.Knowledge.Assessments;
using ChatLineage.Knowledge.Lint;
using ChatLineage.Knowledge.Notes;
using ChatLineage.Knowledge.Sources;
using ChatLineage.Knowledge.Yaml;

namespace ChatLineage.Knowledge;

/// <summary>Reads a knowledge folder: notes by kind, sources and assessments.</summary>
public static class KnowledgeFolder
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MaxFileBytes = 4 * 1024 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads every file below the folder. Files that cannot be used are findings, never exceptions.</summary>
    /// <param name="folder">The folder, normally <c>knowledge</c>.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static KnowledgeFiles Read(string folder)
    {
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"There is no knowledge folder at '{folder}'. Name it with --knowledge <folder>, or run from the folder that holds 'knowledge'.");
        var findings = new ConcurrentBag<Finding>();
        var notes = new ConcurrentBag<Note>();
        var sources = new ConcurrentBag<SourceFile>();
        var assessments = new ConcurrentBag<AssessmentFile>();
        Parallel.ForEach(Files(folder), file =>
        {
            var path = Path.GetRelativePath(folder, file).Replace('\\', '/');
            var found = new List<Finding>();
            if (Text(file, path, found) is { } text)
                Sort(path, text, found, notes, sources, assessments);
            foreach (var finding in found)
                findings.Add(finding);
        });
        return new KnowledgeFiles(
            folder,
            [.. notes.OrderBy(note => note.Path, StringComparer.Ordinal)],
            [.. sources.OrderBy(file => file.Path, StringComparer.Ordinal)],
            [.. assessments.OrderBy(file => file.Path, StringComparer.Ordinal)],
            [.. findings]);
    }

    private static void Sort(
        string path, string text, List<Finding> findings, ConcurrentBag<Note> notes, ConcurrentBag<SourceFile> sources, ConcurrentBag<AssessmentFile> assessments)
    {
        if (path.StartsWith("sources/", StringComparison.Ordinal) && path.EndsWith(".yaml", StringComparison.Ordinal))
            sources.Add(new SourceFile(path, SourceFileReader.Read(path, text, findings)));
        else if (path.StartsWith("assessments/", StringComparison.Ordinal) && path.EndsWith(".yaml", StringComparison.Ordinal))
            assessments.Add(AssessmentFileReader.Read(path, text, findings));
        else if (path.Contains('/') && path.EndsWith(".md", StringComparison.Ordinal) && NoteReader.Read(path, text, findings) is { } note)
            notes.Add(note);
    }

    private static IEnumerable<string> Files(string folder)
    {
        // Links are not followed: a loop of them would never end, and a link out of the folder is no note.
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden };
        return Directory.EnumerateFiles(folder, "*", options)
            .Where(file => (file.EndsWith(".md", StringComparison.Ordinal) && !file.EndsWith("README.md", StringComparison.Ordinal))
                || file.EndsWith(".yaml", StringComparison.Ordinal));
    }

    private static string? Text(string file, string path, List<Finding> findings)
    {
        try
        {
            var bytes = new FileInfo(file) is { Length: > MaxFileBytes } big
                ? throw new InvalidDataException($"the file has {big.Length / 1024 / 1024} MB, more than {MaxFileBytes / 1024 / 1024}")
                : File.ReadAllBytes(file);
            if (bytes.AsSpan().Contains((byte)0))
                throw new InvalidDataException("the file holds NUL bytes, so it is not UTF-8 text");
            return Utf8.GetString(bytes);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or InvalidDataException or DecoderFallbackException)
        {
            var reason = unreadable is DecoderFallbackException ? "the file is not UTF-8 text" : unreadable.Message;
            findings.Add(new Finding(Rules.UnreadableFile, path, new Position(1, 1), reason, "save it as UTF-8 text, or move it out of the knowledge folder"));
            return null;
        }
    }
}
