using System.Text;
using ChatLineage.Knowledge.Notes;

namespace ChatLineage.Knowledge.Import;

/// <summary>Turns <c>seed_claims.csv</c> into an assessment file of the text that it judges.</summary>
internal static class AssessmentImport
{
    /// <summary>The file to write and its text; a file that exists is left as it is.</summary>
    /// <remarks>The text is the one source without a public address, which its <c>urn:</c> name tells.</remarks>
    public static (Dictionary<string, string> Files, int Statements) Run(string csvFolder, string folder)
    {
        var rows = Table.Read(csvFolder, "seed_claims.csv", "claim_id", "claim", "verdict", "correct_fact", "source_ids").Rows.ToList();
        var text = Table.Read(csvFolder, "sources.csv", "source_id", "url").Rows
            .Where(row => row("url").StartsWith("urn:", StringComparison.Ordinal)).Select(row => row("source_id")).FirstOrDefault()
            ?? throw new ImportException(
                "sources.csv lists no text with a urn: name, so seed_claims.csv has nothing to be about. Add the article to sources.csv.");
        var file = Path.Combine(folder, "assessments", text + ".yaml");
        if (File.Exists(file))
            return ([], rows.Count);
        var yaml = new StringBuilder($"text: {text}\nstatements:\n");
        foreach (var row in rows)
        {
            NoteText.Field(yaml, "  - ", "id", row("claim_id"));
            NoteText.Field(yaml, "    ", "says", row("claim"));
            NoteText.Field(yaml, "    ", "verdict", row("verdict"));
            NoteText.Field(yaml, "    ", "holds", row("correct_fact"));
            yaml.Append("    sources: ").Append(NoteText.List(row("source_ids").Split(';', StringSplitOptions.TrimEntries))).Append('\n');
        }

        return (new Dictionary<string, string>(StringComparer.Ordinal) { [file] = yaml.ToString() }, rows.Count);
    }
}
