using System.Collections.Immutable;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Lint;
using ChatLineage.Knowledge.Yaml;

namespace ChatLineage.Knowledge.Notes;

/// <summary>Reads the <c>claims:</c> of a note. A claim that cannot be used is reported and left out.</summary>
internal static class ClaimReader
{
    private const string KnownFields = "detail, on, until, sources, disputed, earlier_because";

    public static ImmutableArray<NoteClaim> Read(FieldReader note)
    {
        var claims = ImmutableArray.CreateBuilder<NoteClaim>();
        foreach (var fields in note.Maps("claims"))
        {
            if (Claim(fields) is { } claim)
                claims.Add(claim);
        }

        return claims.DrainToImmutable();
    }

    private static NoteClaim? Claim(FieldReader fields)
    {
        var detail = fields.Text("detail")?.Value;
        var on = fields.Date("on");
        var until = fields.Date("until");
        var sources = fields.RequiredSources();
        var disputed = fields.Text("disputed")?.Value;
        var earlier = fields.Text("earlier_because")?.Value;
        if (on is { } start && until is { } end && end.IsBefore(start))
            fields.Fail(Rules.BadValue, fields.At, $"the claim ends ({end}) before it begins ({start})", "correct 'on' or 'until'");
        var relations = fields.Unread().ToList();
        if (relations.Count != 1 || Predicates.Find(relations[0].Key.Text) is not { } predicate)
        {
            ReportRelation(fields, relations);
            return null;
        }

        var target = fields.Text(relations[0].Key.Text);
        return fields.Failed || target is null
            ? null
            : new NoteClaim(new Located<Predicate>(predicate, relations[0].Key.At), target.Value, detail, on, sources, disputed,
                earlier)
            { Until = until };
    }

    private static void ReportRelation(FieldReader fields, List<YamlEntry> relations)
    {
        var known = string.Join(", ", Predicates.All.Select(predicate => predicate.Id));
        var words = Predicates.All.Select(predicate => predicate.Id).Concat(KnownFields.Split(", ")).ToList();
        if (relations.Count == 0)
            fields.Fail(Rules.MissingField, fields.At, "the claim names no relation", "start it with one of: " + known);
        foreach (var entry in relations.Where(entry => Predicates.Find(entry.Key.Text) is null))
        {
            var near = FieldReader.DidYouMean(entry.Key.Text, words);
            fields.Fail(Rules.UnknownField, entry.Key.At, $"'{entry.Key.Text}' is neither a predicate nor a field of a claim",
                $"{near}use one of {known}, or {KnownFields}");
        }

        if (relations.Count > 1 && relations.TrueForAll(entry => Predicates.Find(entry.Key.Text) is not null))
            fields.Fail(Rules.BadValue, relations[1].Key.At, "a claim states one relation and this one has two",
                "make two claims, each with its own dash");
    }
}
