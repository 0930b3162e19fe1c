using System.Collections.Immutable;
using ChatLineage.Knowledge.Lint;
using ChatLineage.Knowledge.Notes;
using ChatLineage.Knowledge.Yaml;

namespace ChatLineage.Knowledge.Assessments;

/// <summary>Reads a file under <c>knowledge/assessments/</c>. Never throws for bad input: whatever is wrong is a finding.</summary>
internal static class AssessmentFileReader
{
    private static readonly string[] Verdicts = ["supported", "partly supported", "contradicted", "opinion", "prediction", "unverifiable"];

    public static AssessmentFile Read(string path, string text, ICollection<Finding> findings)
    {
        var nothing = new AssessmentFile(path, new Located<string>("", new Position(1, 1)), []);
        YamlValue? yaml;
        try
        {
            yaml = YamlReader.Read(text.TrimStart('\uFEFF'), linesBefore: 0);
        }
        catch (YamlProblem broken)
        {
            findings.Add(new Finding(Rules.BrokenYaml, path, broken.At, broken.Message,
                "mend the YAML at this place; text with : or # needs quotes"));
            return nothing;
        }

        if (yaml is not YamlMap map)
        {
            findings.Add(new Finding(Rules.MissingField, path, new Position(1, 1), "the file has no 'text' and no 'statements'",
                "name the text by its source id and list its statements"));
            return nothing;
        }

        var file = new FieldReader(map, path, findings);
        var source = file.Required("text", "id-of-the-source");
        var statements = ImmutableArray.CreateBuilder<AssessedStatement>();
        foreach (var fields in file.Maps("statements"))
        {
            if (Statement(fields) is { } statement)
                statements.Add(statement);
        }

        file.Finish("text, statements");
        return new AssessmentFile(path, source, statements.DrainToImmutable());
    }

    private static AssessedStatement? Statement(FieldReader fields)
    {
        var verdict = fields.Required("verdict", "supported");
        if (verdict.Value.Length > 0 && !Verdicts.Any(known => verdict.Value.StartsWith(known, StringComparison.Ordinal)))
            fields.Fail(Rules.BadValue, verdict.At, $"'verdict: {verdict.Value}' starts with no known verdict",
                "start it with one of: " + string.Join(", ", Verdicts));
        var statement = new AssessedStatement(
            fields.Required("id", "c01").Value,
            fields.Required("says", "the statement in your own words").Value,
            verdict.Value,
            fields.Required("holds", "what the record says").Value,
            fields.RequiredSources());
        fields.Finish("id, says, verdict, holds, sources");
        return fields.Failed ? null : statement;
    }
}
