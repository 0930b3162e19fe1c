using System.Collections.Immutable;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Lint;
using ChatLineage.Knowledge.Notes;
using ChatLineage.Knowledge.Yaml;

namespace ChatLineage.Knowledge.Sources;

/// <summary>Reads a file under <c>knowledge/sources/</c>: many sources, with their publisher told once where it is the same.</summary>
/// <remarks>Never throws for bad input: whatever is wrong is a finding.</remarks>
public static class SourceFileReader
{
    /// <summary>Reads one file.</summary>
    /// <param name="path">The file, relative to the knowledge folder; used in findings.</param>
    /// <param name="text">The content of the file.</param>
    /// <param name="findings">Takes what is wrong with it.</param>
    /// <returns>The sources that can be used, each with its place.</returns>
    public static ImmutableArray<Located<Source>> Read(string path, string text, ICollection<Finding> findings)
    {
        YamlValue? yaml;
        try
        {
            yaml = YamlReader.Read(text.TrimStart('\uFEFF'), linesBefore: 0);
        }
        catch (YamlProblem broken)
        {
            findings.Add(new Finding(Rules.BrokenYaml, path, broken.At, broken.Message,
                "mend the YAML at this place; text with : or # needs quotes"));
            return [];
        }

        if (yaml is not YamlMap map)
        {
            findings.Add(new Finding(Rules.MissingField, path, new Position(1, 1), "the file has no 'sources'",
                "list the sources under 'sources:'"));
            return [];
        }

        var file = new FieldReader(map, path, findings);
        var publisher = file.Text("publisher")?.Value;
        var sources = ImmutableArray.CreateBuilder<Located<Source>>();
        foreach (var fields in file.Maps("sources"))
        {
            if (Read(fields, publisher) is { } source)
                sources.Add(source);
        }

        file.Finish("publisher, sources");
        return sources.DrainToImmutable();
    }

    private static Located<Source>? Read(FieldReader fields, string? publisher)
    {
        var id = fields.Required("id", "stablelm-repo");
        var own = fields.Text("publisher")?.Value ?? publisher;
        if (own is null)
            fields.Fail(Rules.MissingField, fields.At, "the source has no publisher",
                "add 'publisher:' here, or once at the top of the file");
        var url = fields.Required("url", "https://example.org/page");
        if (url.Value.Length > 0 && !IsAddress(url.Value))
            fields.Fail(Rules.BadValue, url.At, $"'url: {url.Value}' is no address",
                "write an absolute http(s) address, or a urn: name for a document without one");
        if (id.Value.Length > 0 && !EntityId.HasForm(id.Value))
            fields.Fail(Rules.BadValue, id.At, $"'id: {id.Value}' is no id",
                "use lower case letters, digits and single hyphens or underscores");
        var source = new Source(
            id.Value,
            fields.Required("title", "StableLM README").Value,
            own ?? "",
            url.Value,
            fields.Date("published"),
            fields.Choice("kind", SourceKind.Article, required: true,
                [.. Enum.GetValues<SourceKind>().Select(kind => (kind.Word(), kind))]));
        fields.Finish("id, title, publisher, url, published, kind");
        return fields.Failed ? null : new Located<Source>(source, id.At);
    }

    private static bool IsAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var parsed) && (parsed.Scheme is "https" or "http" or "urn");
}
