using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Notes;
using ChatLineage.Knowledge.Yaml;

namespace ChatLineage.Knowledge.Lint.Checks;

/// <summary>Names and aliases belong to one entity, or <c>same_name_as</c> says which others share them.</summary>
internal static class NameCheck
{
    private readonly record struct Use(Note Note, Located<string> Name);

    public static void Run(LintContext lint)
    {
        var uses = new Dictionary<string, List<Use>>(StringComparer.OrdinalIgnoreCase);
        foreach (var (note, _) in lint.Notes)
        {
            foreach (var name in note.Aliases.Prepend(note.Name))
            {
                if (!uses.TryGetValue(name.Value, out var same))
                    uses[name.Value] = same = new List<Use>(1);
                same.Add(new Use(note, name));
            }
        }

        foreach (var same in uses.Values)
        {
            for (var i = 1; i < same.Count; i++)
                Compare(lint, same[0], same[i]);
        }

        Acknowledgements(lint);
    }

    private static void Compare(LintContext lint, Use first, Use second)
    {
        if (first.Note == second.Note && first.Name.Value == second.Name.Value)
            lint.Report(Rules.AmbiguousName, second.Note.Path, second.Name.At, $"'{second.Name.Value}' is already a name of this note",
                "remove it", second.Name.Value);
        else if (first.Note != second.Note && !Acknowledges(first.Note, second.Note) && !Acknowledges(second.Note, first.Note))
            lint.Report(Rules.AmbiguousName, second.Note.Path, second.Name.At,
                $"'{second.Name.Value}' is also a name of {first.Note.Id.Value} ({first.Note.Path})",
                $"remove it from one of the two, or acknowledge it with 'same_name_as: [{first.Note.Id.Value}]'", second.Name.Value);
    }

    private static void Acknowledgements(LintContext lint)
    {
        foreach (var (note, entity) in lint.Notes)
        {
            foreach (var other in note.SameNameAs)
            {
                if (lint.Knowledge.FindEntity(other.Value) is not { } namesake)
                    lint.Report(Rules.UnknownEntity, note.Path, other.At, $"'{other.Value}' has no note", "correct the id, or remove it",
                        other.Value);
                else if (namesake == entity || !ShareName(entity, namesake))
                    lint.Report(Rules.NeedlessAcknowledgement, note.Path, other.At, $"{other.Value} shares no name with {note.Id.Value}",
                        "remove it from 'same_name_as'", other.Value);
            }
        }
    }

    private static bool Acknowledges(Note note, Note other) => note.SameNameAs.Any(id => id.Value == other.Id.Value);

    private static bool ShareName(Entity left, Entity right) =>
        left.Aliases.Append(left.Name).Intersect(right.Aliases.Append(right.Name), StringComparer.OrdinalIgnoreCase).Any();
}
