using ChatLineage.Knowledge.Yaml;

namespace ChatLineage.Knowledge.Lint.Checks;

/// <summary>Every source is cited by a claim, a conflict, an attribute, a footnote or an assessment.</summary>
internal static class SourceUseCheck
{
    public static void Run(LintContext lint)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var note in lint.Files.Notes)
        {
            if (note.Source is { } source)
                used.Add(source.Value);
            Add(used, note.Terms?.Sources ?? []);
            foreach (var claim in note.Claims)
                Add(used, claim.Sources);
            foreach (var conflict in note.Conflicts)
            {
                Add(used, conflict.FirstSources);
                Add(used, conflict.SecondSources);
            }

            foreach (var sentence in lint.Prose(note, out _).SelectMany(section => section.Sentences))
                Add(used, sentence.Footnotes);
        }

        foreach (var file in lint.Files.Assessments)
        {
            used.Add(file.Text.Value);
            foreach (var statement in file.Statements)
                Add(used, statement.Sources);
        }

        foreach (var file in lint.Files.Sources)
        {
            foreach (var source in file.Sources.Where(source => !used.Contains(source.Value.Id)))
                lint.Report(Rules.UnusedSource, file.Path, source.At, $"nothing cites the source '{source.Value.Id}'",
                    "cite it where it says something, or remove it", source.Value.Id);
        }
    }

    private static void Add(HashSet<string> used, System.Collections.Immutable.ImmutableArray<Located<string>> ids)
    {
        foreach (var id in ids)
            used.Add(id.Value);
    }
}
