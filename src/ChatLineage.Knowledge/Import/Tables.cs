using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Knowledge.Import;

/// <summary>Turns the CSV tables into what each note should say.</summary>
internal static class Tables
{
    private const string DisputedMark = "DISPUTED:";

    /// <summary>Reads entities, relations and conflicts.</summary>
    /// <exception cref="ImportException">A table is missing or malformed, or names what does not exist.</exception>
    public static Dictionary<string, ImportedNote> Notes(string folder)
    {
        var entities = Table.Read(folder, "entities.csv", "entity_id", "name", "kind", "aliases", "organisation_id", "released",
            "parameters", "open", "source_id");
        var relations = Table.Read(folder, "relations.csv", "subject_id", "predicate", "object_id", "detail", "date", "source_id");
        var conflicts = Table.Read(folder, "conflicts.csv", "subject_id", "predicate", "value_a", "source_a", "value_b", "source_b",
            "which_is_better_supported", "why");
        var notes = new Dictionary<string, ImportedNote>(StringComparer.Ordinal);
        foreach (var row in entities.Rows)
            notes[row("entity_id")] = Entity(row);
        foreach (var row in relations.Rows)
            AddClaim(Note(notes, row("subject_id"), "relations.csv"), row, notes);
        foreach (var row in conflicts.Rows)
            Note(notes, row("subject_id"), "conflicts.csv").Conflicts.Add(Conflict(row));
        foreach (var row in entities.Rows)
            AddOrganisation(notes[row("entity_id")], row);
        return notes;
    }

    private static ImportedNote Entity(Func<string, string> row)
    {
        if (!EntityKinds.TryParse(row("kind"), out var kind))
            throw new ImportException(
                $"entities.csv: '{row("entity_id")}' has the kind '{row("kind")}'. Known kinds: "
                    + $"{string.Join(", ", EntityKinds.All.Select(each => each.Word()))}.");
        return new ImportedNote(row("entity_id"), row("name"), kind)
        {
            Aliases = [.. row("aliases").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            Released = OrNull(row("released")),
            Size = OrNull(row("parameters")),
            Openness = row("open") is "n/a" or "" ? null : row("open"),
            Source = OrNull(row("source_id")),
        };
    }

    private static void AddClaim(ImportedNote note, Func<string, string> row, Dictionary<string, ImportedNote> notes)
    {
        if (Predicates.Find(row("predicate")) is null)
            throw new ImportException(
                $"relations.csv: '{row("predicate")}' (of '{note.Id}') is no predicate. Known ones: "
                    + $"{string.Join(", ", Predicates.All.Select(each => each.Id))}.");
        Note(notes, row("object_id"), "relations.csv");
        var detail = Plain(row("detail"));
        string? disputed = null;
        if (detail.StartsWith(DisputedMark, StringComparison.Ordinal))
        {
            disputed = detail[DisputedMark.Length..].Replace("; see conflicts.csv", "", StringComparison.Ordinal).Trim();
            detail = "";
        }

        Merge(note,
            new ImportedClaim(row("predicate"), row("object_id"), OrNull(detail), OrNull(row("date")), disputed, [row("source_id")]));
    }

    // The organisation of an entity is a claim like any other; the table repeats it in a column of its own.
    private static void AddOrganisation(ImportedNote note, Func<string, string> row)
    {
        var organisation = row("organisation_id");
        if (organisation.Length == 0
            || note.Claims.Exists(claim => claim.Object == organisation && claim.Predicate is "released_by" or "created_by" or "member_of"))
            return;
        var belongs = note.Kind is EntityKind.Person or EntityKind.Organisation;
        Merge(note, new ImportedClaim(belongs ? "member_of" : "released_by", organisation, null, belongs
            ? null : note.Released, null, [row("source_id")]));
    }

    private static void Merge(ImportedNote note, ImportedClaim claim)
    {
        var same = note.Claims.Find(each =>
            each.Predicate == claim.Predicate && each.Object == claim.Object && each.Detail == claim.Detail
                && each.On == claim.On && each.Disputed == claim.Disputed);
        if (same is null)
            note.Claims.Add(claim);
        else if (!same.Sources.Contains(claim.Sources[0]))
            same.Sources.Add(claim.Sources[0]);
    }

    private static ImportedConflict Conflict(Func<string, string> row)
    {
        var predicate = row("predicate");
        var bracket = predicate.IndexOf('(', StringComparison.Ordinal);
        var aspect = bracket > 0 ? predicate[(bracket + 1)..].TrimEnd(')') : null;
        var better = row("which_is_better_supported") switch
        {
            "a" => "first",
            "b" => "second",
            var other => other,
        };
        return new ImportedConflict(
            bracket > 0 ? predicate[..bracket].Trim() : predicate,
            aspect, row("value_a"), row("source_a"), row("value_b"), row("source_b"), better, Plain(row("why")));
    }

    private static ImportedNote Note(Dictionary<string, ImportedNote> notes, string id, string table) =>
        notes.GetValueOrDefault(id)
            ?? throw new ImportException($"{table} names '{id}', which entities.csv does not list. Add the entity, or correct the id.");

    // The tables call the text that they started from «the seed article»; a reader of the notes knows it as an article only.
    private static string Plain(string text) =>
        text.Replace("seed article", "article", StringComparison.Ordinal).Replace("the seed ", "the article ", StringComparison.Ordinal);

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
