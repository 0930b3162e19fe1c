using System.Text;
using ChatLineage.Knowledge.Lint;
using ChatLineage.Knowledge.Notes;

namespace ChatLineage.Knowledge.Import;

/// <summary>Writes a new note, or adds to an existing one what it lacks. Nothing that stands in a note is changed or removed.</summary>
internal static class NoteMerge
{
    /// <summary>A note that did not exist.</summary>
    public static string Create(ImportedNote note)
    {
        var text = new StringBuilder("---\n");
        foreach (var (key, value) in note.Fields())
        {
            NoteText.Field(text, "", key, value);
            if (key == "kind" && note.Aliases.Count > 0)
                text.Append("aliases: ").Append(NoteText.List(note.Aliases)).Append('\n');
        }

        if (note.Claims.Count > 0)
            text.Append("claims:\n").AppendJoin("", note.Claims.Select(claim => claim.ToYaml()));
        if (note.Conflicts.Count > 0)
            text.Append("conflicts:\n").AppendJoin("", note.Conflicts.Select(conflict => conflict.ToYaml()));
        return text.Append("---\n").ToString();
    }

    /// <summary>The text of an existing note with what it lacks.</summary>
    /// <exception cref="ImportException">The existing note cannot be read.</exception>
    public static string Add(ImportedNote note, string existing)
    {
        var findings = new List<Finding>();
        var current = NoteReader.Read(note.Path, existing, findings);
        if (current is null || findings.Count > 0)
            throw new ImportException(
                $"'{note.Path}' has a mistake ({findings[0].At.Line}:{findings[0].At.Column} {findings[0].Message}). Mend it, for example "
                    + "with 'chatlineage knowledge check', and import again.");
        var lines = existing.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n').ToList();
        var before = lines.Count;
        foreach (var (key, value) in note.Fields())
        {
            if (value is not null && !HasKey(lines, key))
                lines.Insert(FirstListLine(lines), $"{key}: {NoteText.Scalar(value)}");
        }

        Append(lines, "claims", note.Claims.Where(claim => !current.Claims.Any(claim.Matches)).Select(claim => claim.ToYaml()));
        Append(lines, "conflicts",
            note.Conflicts.Where(conflict => !current.Conflicts.Any(conflict.Matches)).Select(conflict => conflict.ToYaml()));
        return lines.Count == before ? existing : string.Join(existing.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n", lines);
    }

    private static void Append(List<string> lines, string section, IEnumerable<string> yaml)
    {
        var added = yaml.SelectMany(text => text.TrimEnd('\n').Split('\n')).ToList();
        if (added.Count == 0)
            return;
        var start = lines.FindIndex(1, line => line.StartsWith(section + ":", StringComparison.Ordinal));
        if (start < 0)
        {
            start = FrontEnd(lines);
            lines.Insert(start, section + ":");
        }

        var end = start + 1;
        while (end < FrontEnd(lines) && (lines[end].Length == 0 || lines[end][0] is ' ' or '#'))
            end++;
        lines.InsertRange(end, added);
    }

    private static bool HasKey(List<string> lines, string key) =>
        lines.FindIndex(1, FrontEnd(lines) - 1, line => line.StartsWith(key + ":", StringComparison.Ordinal)) > 0;

    private static int FirstListLine(List<string> lines)
    {
        var end = FrontEnd(lines);
        var list = lines.FindIndex(1, line => line is "claims:" or "conflicts:" or "terms:");
        return list > 0 && list < end ? list : end;
    }

    private static int FrontEnd(List<string> lines) => lines.IndexOf("---", 1);
}
