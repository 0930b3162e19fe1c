using System.Text;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Lint;
using ChatLineage.Knowledge.Notes;
using ChatLineage.Knowledge.Sources;

namespace ChatLineage.Knowledge.Import;

/// <summary>Adds the rows of <c>sources.csv</c> that no source file has yet: a file for each publisher of several, one for the
/// rest.</summary>
internal static class SourceImport
{
    private const int FewSources = 3;
    private const string RestFile = "other-publishers";

    private sealed record Row(string Id, string Title, string Publisher, string Url, string? Published, string Kind);

    /// <summary>The files to write, by path, and how many sources they add.</summary>
    public static (Dictionary<string, string> Files, int Added) Run(string csvFolder, KnowledgeFiles existing, string folder)
    {
        var known = existing.Sources.SelectMany(file => file.Sources).Select(source => source.Value.Id).ToHashSet(StringComparer.Ordinal);
        var table = Table.Read(csvFolder, "sources.csv", "source_id", "title", "publisher", "url", "published", "kind");
        var rows = table.Rows
            .Select(row =>
                new Row(row("source_id"), row("title"), row("publisher"), row("url"), row("published") is { Length: > 0 } date
                    ? date : null, row("kind")))
            .ToList();
        var counts = rows.CountBy(row => row.Publisher).ToDictionary(pair => pair.Key, pair => pair.Value);
        string FileOf(Row row) => counts[row.Publisher] >= FewSources ? EntityId.FromName(row.Publisher) : RestFile;
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        var added = 0;
        foreach (var group in rows.Where(row => !known.Contains(row.Id)).GroupBy(FileOf))
        {
            var path = $"sources/{group.Key}.yaml";
            var full = Path.Combine(folder, path);
            var text = new StringBuilder(File.Exists(full) ? File.ReadAllText(full) : Header(group.Key, group.First()));
            foreach (var row in group)
                text.Append(Entry(row, ownPublisher: group.Key == RestFile));
            files[full] = Checked(path, text.ToString());
            added += group.Count();
        }

        return (files, added);
    }

    private static string Header(string file, Row first) =>
        file == RestFile ? "sources:\n" : $"publisher: {NoteText.Scalar(first.Publisher)}\nsources:\n";

    private static string Entry(Row row, bool ownPublisher)
    {
        var text = new StringBuilder();
        NoteText.Field(text, "  - ", "id", row.Id);
        NoteText.Field(text, "    ", "title", row.Title);
        NoteText.Field(text, "    ", "publisher", ownPublisher ? row.Publisher : null);
        NoteText.Field(text, "    ", "url", row.Url);
        NoteText.Field(text, "    ", "published", row.Published);
        NoteText.Field(text, "    ", "kind", row.Kind);
        return text.ToString();
    }

    private static string Checked(string path, string text)
    {
        var findings = new List<Finding>();
        SourceFileReader.Read(path, text, findings);
        return findings is [var first, ..]
            ? throw new ImportException(
                $"sources.csv would make '{path}' wrong at line {first.At.Line}: {first.Message}. Correct the row: {first.Fix}.")
            : text;
    }
}
