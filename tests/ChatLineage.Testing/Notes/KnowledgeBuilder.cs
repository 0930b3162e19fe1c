using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Lint;

namespace ChatLineage.Testing.Notes;

/// <summary>
/// Links notes that are given as text, through the real readers. Many files fit in one text: each starts at a line
/// <c>=== models/llama.md</c>.
/// </summary>
public static class KnowledgeBuilder
{
    private const string Mark = "=== ";

    /// <summary>Links files, which must be free of findings.</summary>
    /// <param name="files">Paths relative to the knowledge folder, each with its content.</param>
    public static KnowledgeBase Link(IEnumerable<(string Path, string Text)> files)
    {
        var read = Read(files);
        var findings = new List<Finding>(read.Findings);
        var knowledge = KnowledgeLinker.Link(read, findings);
        Assert.Empty(findings);
        return knowledge;
    }

    /// <summary>Reads files without linking them, for the lint.</summary>
    public static KnowledgeFiles Read(IEnumerable<(string Path, string Text)> files) =>
        KnowledgeFiles.Of("knowledge", files.Select(file => KnowledgeFile.Parse(file.Path, file.Text)));

    /// <summary>The files in one text.</summary>
    public static IEnumerable<(string Path, string Text)> Split(string text)
    {
        foreach (var part in ("\n" + text.ReplaceLineEndings("\n")).Split("\n" + Mark, StringSplitOptions.RemoveEmptyEntries))
        {
            var end = part.IndexOf('\n', StringComparison.Ordinal);
            yield return (part[..end].Trim(), part[(end + 1)..] + "\n");
        }
    }
}
