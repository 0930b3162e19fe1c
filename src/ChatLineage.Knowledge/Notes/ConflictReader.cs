using System.Collections.Immutable;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Conflicts;
using ChatLineage.Knowledge.Lint;
using ChatLineage.Knowledge.Yaml;

namespace ChatLineage.Knowledge.Notes;

/// <summary>Reads the <c>conflicts:</c> of a note. A conflict that cannot be used is reported and left out.</summary>
internal static class ConflictReader
{
    public static ImmutableArray<NoteConflict> Read(FieldReader note)
    {
        var conflicts = ImmutableArray.CreateBuilder<NoteConflict>();
        foreach (var fields in note.Maps("conflicts"))
        {
            if (Conflict(fields) is { } conflict)
                conflicts.Add(conflict);
        }

        return conflicts.DrainToImmutable();
    }

    private static NoteConflict? Conflict(FieldReader fields)
    {
        var about = fields.Required("about", "released_by");
        if (Predicates.Find(about.Value) is not { } predicate)
        {
            if (about.Value.Length > 0)
                fields.Fail(Rules.BadValue, about.At, $"'about: {about.Value}' is no predicate",
                    "use one of: " + string.Join(", ", Predicates.All.Select(known => known.Id)));
            return null;
        }

        var first = fields.Required("first", "2023-03-19");
        var second = fields.Required("second", "2023-04-19");
        var conflict = new NoteConflict(
            new Located<Predicate>(predicate, about.At),
            fields.Text("aspect")?.Value,
            first.Value,
            fields.RequiredSources("first_sources"),
            second.Value,
            fields.RequiredSources("second_sources"),
            fields.Choice(
                "better", Verdict.Undecided, required: true,
                ("first", Verdict.First), ("second", Verdict.Second), ("both", Verdict.Both), ("undecided", Verdict.Undecided)),
            fields.Required("because", "the maker's log gives the later date").Value)
        {
            FirstAt = first.At,
            SecondAt = second.At,
        };
        fields.Finish("about, aspect, first, first_sources, second, second_sources, better, because");
        return fields.Failed ? null : conflict;
    }
}
