namespace ChatLineage.Knowledge.Import;

/// <summary>Turns a folder of CSV tables into notes, sources and assessments.</summary>
/// <remarks>
/// Importing twice changes nothing the second time. What a person wrote stays: an existing note only gets fields, claims and
/// conflicts that it lacks. Everything is worked out before the first file is written.
/// </remarks>
public static class KnowledgeImport
{
    /// <summary>Imports the tables.</summary>
    /// <param name="csvFolder">The folder with sources.csv, entities.csv, relations.csv, conflicts.csv and seed_claims.csv.</param>
    /// <param name="folder">The knowledge folder; made when it does not exist.</param>
    /// <exception cref="ImportException">The tables, or a note that exists, cannot be used. Nothing was written.</exception>
    public static ImportReport Run(string csvFolder, string folder)
    {
        if (!Directory.Exists(csvFolder))
            throw new ImportException($"There is no folder '{csvFolder}'. Name the folder that holds the CSV tables.");
        Directory.CreateDirectory(folder);
        var (files, sources) = SourceImport.Run(csvFolder, KnowledgeFolder.Read(folder), folder);
        var (assessments, statements) = AssessmentImport.Run(csvFolder, folder);
        var created = 0;
        var extended = 0;
        var unchanged = 0;
        foreach (var note in Tables.Notes(csvFolder).Values)
        {
            var file = Path.Combine(folder, note.Path);
            var before = File.Exists(file) ? File.ReadAllText(file) : null;
            var after = before is null ? NoteMerge.Create(note) : NoteMerge.Add(note, before);
            if (before is null)
                created++;
            else if (after == before)
                unchanged++;
            else
                extended++;
            if (after != before)
                files[file] = after;
        }

        foreach (var (file, text) in files.Concat(assessments))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        return new ImportReport(created, extended, unchanged, sources, statements);
    }
}
