using System.Text.Json;
using System.Text.RegularExpressions;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Drawing;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Lint;
using ChatLineage.Knowledge.Sources;

namespace ChatLineage.Knowledge.Tests;

/// <summary>What <c>knowledge/README.md</c> and the schemas say is what the program does.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Knowledge, "README.md"));
    private static readonly Lazy<IReadOnlyCollection<KnowledgeFile>> OwnFiles = new(() => KnowledgeFolder.ReadEach(Repository.Knowledge));

    [Fact]
    public void Readme_walk_through_passes_the_check_and_draws_the_graph()
    {
        var report = Check(Example());

        Assert.DoesNotContain(report.Findings, finding =>
            finding.Path.Contains("pelican", StringComparison.Ordinal) || finding.Path.Contains("example-labs", StringComparison.Ordinal));
        var text = new StringWriter { NewLine = "\n" };
        new TextTree(text,
            80).Write(LineageDiagram.Around(report.Knowledge, report.Knowledge.FindEntity("pelican-7b")!, up: true, down: true, depth: 3));
        Assert.Contains(Indented().Replace(text.ToString().TrimEnd(), "   $0"), Readme);
    }

    [Theory]
    [InlineData("models/pelican-7b.md", "fine_tuned_from: mistral-7b", "fine_tuned_from: mistral-7", "CL007", "did you mean 'mistral-7b'?")]
    [InlineData("models/pelican-7b.md", "released: 2024-05-14", "released: 14 May 2024", "CL005",
        "write a date as 2023, 2023-04 or 2023-04-28")]
    [InlineData("models/pelican-7b.md", "released: 2024-05-14", "released: 2023-05-14", "CL014", "correct 'released'")]
    [InlineData("models/pelican-7b.md", "[^pelican-7b-card]", "", "CL013", "end the sentence with a footnote")]
    [InlineData("models/pelican-7b.md", "[^pelican-7b-card]", "[^pelican-card]", "CL012", "did you mean 'pelican-7b-card'?")]
    [InlineData("sources/example-labs.yaml", "kind: model-card", "kind: card", "CL005", "use one of: repository, model-card")]
    public void Readme_walk_through_with_a_mistake_is_told_the_fix(string path, string right, string wrong, string rule, string fix)
    {
        var files = Example();
        files[path] = files[path].Replace(right, wrong, StringComparison.Ordinal);

        var finding = Check(files).Findings.First(each => each.Path == path && each.Rule.Id == rule);

        Assert.Contains(fix, finding.Fix);
    }

    [Fact]
    public void Readme_lists_every_field_and_relation()
    {
        Assert.All(Predicates.All, predicate => Assert.Contains($"| `{predicate.Id}` |", Readme));
        Assert.All(EntityKinds.All, kind => Assert.Contains($"`{kind.Word()}`", Readme));
        Assert.All(EntityKinds.All, kind => Assert.Contains($"| `{kind.Plural()}/` |", Readme));
        var trust = File.ReadAllText(Path.Combine(Repository.Knowledge, "sources", "README.md"));
        Assert.All(Enum.GetValues<SourceKind>(), kind => Assert.Contains($"| `{kind.Word()}` | {kind.Trust()} |", trust));
    }

    [Fact]
    public void Schema_of_notes_has_the_fields_relations_and_kinds()
    {
        var note = Schema("note.schema.json");
        var claim = note.GetProperty("claims").GetProperty("items");

        Assert.Equal(Predicates.All.Select(predicate => predicate.Id).Order(),
            claim.GetProperty("oneOf").EnumerateArray().Select(one => one.GetProperty("required")[0].GetString()).Order());
        Assert.Equal(
            Predicates.All.Select(predicate => predicate.Id).Concat(["detail", "on", "until", "sources", "disputed", "earlier_because"])
                .Order(),
            claim.GetProperty("properties").EnumerateObject().Select(property => property.Name).Order());
        Assert.Equal(EntityKinds.All.Select(kind => kind.Word()), Words(note.GetProperty("kind")));
        Assert.Equal(["weights-open", "research-only", "closed"], Words(note.GetProperty("open")));
        Assert.All(note.EnumerateObject(), property => Assert.DoesNotContain(
            KnowledgeFile.Parse("models/x.md", $"---\nid: x\nname: X\nkind: model\n{property.Name}: 1\n---\n").Findings, finding =>
            finding.Rule == Rules.UnknownField));
    }

    [Fact]
    public void Schema_of_sources_has_the_kinds()
    {
        var source = Schema("sources.schema.json").GetProperty("sources").GetProperty("items").GetProperty("properties");

        Assert.Equal(Enum.GetValues<SourceKind>().Select(kind => kind.Word()), Words(source.GetProperty("kind")));
        Assert.Equal(["id", "title", "publisher", "url", "published", "kind"], source.EnumerateObject().Select(property => property.Name));
    }

    private static JsonElement Schema(string name) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Knowledge, name))).RootElement.GetProperty("properties");

    private static IEnumerable<string?> Words(JsonElement property) =>
        property.GetProperty("enum").EnumerateArray().Where(word => word.ValueKind == JsonValueKind.String)
            .Select(word => word.GetString());

    private static LintReport Check(Dictionary<string, string> added) =>
        KnowledgeLint.Check(
            KnowledgeFiles.Of("knowledge", OwnFiles.Value.Concat(added.Select(file => KnowledgeFile.Parse(file.Key, file.Value)))));

    private static Dictionary<string, string> Example()
    {
        var blocks = StepBlock().Matches(Readme).Select(match => IndentOfStep().Replace(match.Groups[1].Value, "")).ToList();
        Assert.Equal(3, blocks.Count);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["sources/example-labs.yaml"] = blocks[0],
            ["organisations/example-labs.md"] = blocks[1],
            ["models/pelican-7b.md"] = blocks[2],
        };
    }

    [GeneratedRegex("^   ```yaml\n(.*?)^   ```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex StepBlock();

    [GeneratedRegex("^   ", RegexOptions.Multiline)]
    private static partial Regex IndentOfStep();

    [GeneratedRegex("^.+$", RegexOptions.Multiline)]
    private static partial Regex Indented();
}
