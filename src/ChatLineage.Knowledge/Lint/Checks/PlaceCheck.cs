using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Knowledge.Lint.Checks;

/// <summary>A note stands where its kind and id say, and no two files differ only in case.</summary>
internal static class PlaceCheck
{
    public static void Run(LintContext lint)
    {
        foreach (var note in lint.Files.Notes)
        {
            var place = $"{note.Kind.Plural()}/{note.Id.Value}.md";
            if (!string.Equals(note.Path, place, StringComparison.Ordinal))
                lint.Report(Rules.DuplicateId, note.Path, note.Id.At,
                    $"a {note.Kind.Word()} with 'id: {note.Id.Value}' stands in {note.Path}",
                    $"move the file to {place}, or correct 'id' or 'kind'", note.Id.Value);
        }

        var paths = lint.Files.Notes.Select(note => note.Path).Concat(lint.Files.Sources.Select(file => file.Path));
        foreach (var group in paths.GroupBy(path => path, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            foreach (var path in group.Skip(1))
                lint.Report(Rules.DuplicateId, path, new Yaml.Position(1, 1), $"only case tells '{path}' from '{group.First()}'",
                    "rename one of the two: on Windows and macOS they are one file");
        }
    }
}
