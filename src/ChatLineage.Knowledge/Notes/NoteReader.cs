using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Lint;
using ChatLineage.Knowledge.Yaml;

namespace ChatLineage.Knowledge.Notes;

/// <summary>Reads a note: YAML front matter between two <c>---</c> lines, then prose in Markdown.</summary>
/// <remarks>Never throws for bad input: whatever is wrong is a finding. Safe to use from several threads.</remarks>
public static class NoteReader
{
    private const string KnownFields =
        "id, name, kind, aliases, same_name_as, released, parameters, size, open, source, terms, claims, conflicts";

    /// <summary>Reads one note.</summary>
    /// <param name="path">The file, relative to the knowledge folder, with forward slashes; used in findings.</param>
    /// <param name="text">The content of the file.</param>
    /// <param name="findings">Takes what is wrong with it.</param>
    /// <returns>Null when the note cannot be used at all; claims that cannot be used are left out.</returns>
    public static Note? Read(string path, string text, ICollection<Finding> findings)
    {
        if (!FrontMatter.TrySplit(text, out var front))
        {
            findings.Add(new Finding(
                Rules.BrokenYaml, path, new Position(1, 1), "the note does not start with front matter",
                "start it with a line '---', the fields, and another line '---'"));
            return null;
        }

        YamlValue? yaml;
        try
        {
            yaml = YamlReader.Read(front.Yaml, linesBefore: 1);
        }
        catch (YamlProblem broken)
        {
            findings.Add(new Finding(Rules.BrokenYaml, path, broken.At, broken.Message,
                "mend the YAML at this place; text with : or # needs quotes"));
            return null;
        }

        if (yaml is YamlMap map)
            return Fields(path, new FieldReader(map, path, findings), front);
        findings.Add(
            new Finding(Rules.MissingField, path, new Position(1, 1), "the front matter has no fields", "add at least id, name and kind"));
        return null;
    }

    private static Note? Fields(string path, FieldReader fields, FrontMatter front)
    {
        var note = new Note
        {
            Path = path,
            Id = fields.Required("id", "some-model"),
            Name = fields.Required("name", "Some Model"),
            Kind = fields.Choice("kind", EntityKind.Model, required: true, [.. EntityKinds.All.Select(kind => (kind.Word(), kind))]),
            Aliases = fields.Texts("aliases"),
            SameNameAs = fields.Texts("same_name_as"),
            Released = fields.Date("released"),
            Size = (fields.Text("parameters") ?? fields.Text("size"))?.Value,
            Openness = fields.Choice("open", Openness.NotRecorded, required: false, [.. OpennessChoices()]),
            Source = fields.Text("source"),
            Terms = Terms(fields),
            Claims = ClaimReader.Read(fields),
            Conflicts = ConflictReader.Read(fields),
            Body = front.Body,
            BodyLine = front.BodyLine,
        };
        fields.Entry("size");
        fields.Finish(KnownFields);
        return fields.Failed || !IdHasForm(note.Id, fields) ? null : note;
    }

    private static bool IdHasForm(Located<string> id, FieldReader fields)
    {
        if (EntityId.HasForm(id.Value))
            return true;
        fields.Fail(Rules.BadValue, id.At, $"'id: {id.Value}' is no id",
            "use lower case letters, digits and single hyphens or underscores, such as some-model-7b");
        return false;
    }

    private static NoteTerms? Terms(FieldReader fields)
    {
        if (fields.Map("terms") is not { } terms)
            return null;
        var commercial = terms.Choice(
            "commercial", CommercialUse.Forbidden, required: true,
            ("yes", CommercialUse.Allowed), ("conditions", CommercialUse.Conditional), ("no", CommercialUse.Forbidden));
        var shareAlike = terms.Choice("share_alike", false, required: false, ("yes", true), ("no", false));
        var read = new NoteTerms(commercial, terms.Text("conditions")?.Value, shareAlike, terms.RequiredSources());
        terms.Finish("commercial, conditions, share_alike, sources");
        return terms.Failed ? null : read;
    }

    private static IEnumerable<(string Word, Openness Value)> OpennessChoices() =>
        Enum.GetValues<Openness>().Where(openness => openness != Openness.NotRecorded).Select(openness => (openness.Word(), openness));
}
