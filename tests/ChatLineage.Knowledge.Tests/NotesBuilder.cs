using System.Text;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Lint;

namespace ChatLineage.Knowledge.Tests;

/// <summary>
/// Builds knowledge out of short statements: <c>vicuna fine_tuned_from llama</c>. Entities are models unless a statement
/// such as <c>pile is dataset</c> says otherwise; text after <c>;</c> is fields of the claim.
/// </summary>
internal sealed class NotesBuilder
{
    private readonly Dictionary<string, string> _kinds = [];
    private readonly Dictionary<string, StringBuilder> _claims = [];
    private readonly Dictionary<string, string> _fields = [];
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal)
    {
        ["sources/maker.yaml"] = """
            publisher: Maker
            sources:
              - {id: s, title: Card, url: 'https://example.org/s', kind: model-card}
              - {id: t, title: Post, url: 'https://example.org/t', kind: article}

            """,
    };

    public static NotesBuilder Of(params string[] statements)
    {
        var builder = new NotesBuilder();
        foreach (var statement in statements)
            builder.Say(statement);
        return builder;
    }

    public NotesBuilder Say(string statement)
    {
        var parts = statement.Split(';', StringSplitOptions.TrimEntries);
        var words = parts[0].Split(' ');
        if (words[1] == "is")
        {
            _kinds[words[0]] = words[2];
            Note(words[0]);
            return this;
        }

        Note(words[2]);
        var claim = Note(words[0]).Append($"  - {words[1]}: {words[2]}\n");
        var fields = parts[1..].ToList();
        if (!fields.Exists(field => field.StartsWith("sources:", StringComparison.Ordinal)))
            fields.Add("sources: [s]");
        foreach (var field in fields)
            claim.Append($"    {field}\n");
        return this;
    }

    /// <summary>Adds lines to the front matter of an entity made by statements.</summary>
    public NotesBuilder Fields(string id, string yaml)
    {
        Note(id);
        _fields[id] = yaml + "\n";
        return this;
    }

    public NotesBuilder File(string path, string text)
    {
        _files[path] = text;
        return this;
    }

    public IEnumerable<(string Path, string Text)> Texts()
    {
        foreach (var (id, claims) in _claims)
        {
            var kind = _kinds.GetValueOrDefault(id, "model");
            Assert.True(EntityKinds.TryParse(kind, out var parsed));
            var list = claims.Length > 0 ? "claims:\n" + claims : "";
            yield return ($"{parsed.Plural()}/{id}.md",
                $"---\nid: {id}\nname: Name of {id}\nkind: {kind}\n{_fields.GetValueOrDefault(id)}{list}---\n");
        }

        foreach (var (path, text) in _files)
            yield return (path, text);
    }

    public KnowledgeFiles Read() => KnowledgeFiles.Of("knowledge", Texts().Select(file => KnowledgeFile.Parse(file.Path, file.Text)));

    public KnowledgeBase Link(out List<Finding> findings)
    {
        var files = Read();
        findings = [.. files.Findings];
        return KnowledgeLinker.Link(files, findings);
    }

    public LintReport Lint() => KnowledgeLint.Check(Read());

    /// <summary>Links what must be free of findings.</summary>
    public KnowledgeBase Link()
    {
        var knowledge = Link(out var findings);
        Assert.Empty(findings);
        return knowledge;
    }

    /// <summary>Writes the files to a folder.</summary>
    public void Write(string folder)
    {
        foreach (var (path, text) in Texts())
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            System.IO.File.WriteAllText(file, text);
        }
    }

    private StringBuilder Note(string id)
    {
        if (!_claims.TryGetValue(id, out var claims))
            _claims[id] = claims = new StringBuilder();
        return claims;
    }
}
