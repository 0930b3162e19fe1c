using System.Text;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Lint;

namespace ChatLineage.Pictures.Tests;

/// <summary>
/// Knowledge out of short statements, <c>vicuna fine_tuned_from llama</c>; ids that begin with a kind, such as <c>dataset-pile</c>, are
/// of that kind, all others are models.
/// </summary>
internal static class Notes
{
    private const string Sources =
        "publisher: Maker\nsources:\n  - {id: s, title: Card, url: 'https://example.org/s', kind: model-card, published: 2024-05-06}\n";

    private static readonly Lazy<KnowledgeBase> OwnNotes = new(() => KnowledgeLint.Check(Path.Combine(Root(), "knowledge")).Knowledge);

    /// <summary>The notes of the repository.</summary>
    public static KnowledgeBase Own => OwnNotes.Value;

    /// <param name="statements">Claims; <c>; disputed: why</c> may follow.</param>
    public static KnowledgeBase Of(params IEnumerable<string> statements) => Of(statements, []);

    /// <param name="statements">Claims; <c>; disputed: why</c> may follow.</param>
    /// <param name="fields">More lines of front matter by id.</param>
    public static KnowledgeBase Of(IEnumerable<string> statements, Dictionary<string, string> fields)
    {
        var claims = new SortedDictionary<string, StringBuilder>(StringComparer.Ordinal);
        foreach (var id in fields.Keys)
            claims[id] = new StringBuilder();
        foreach (var parts in statements.Select(statement => statement.Split("; ")))
        {
            var words = parts[0].Split(' ');
            claims.TryAdd(words[0], new StringBuilder());
            claims.TryAdd(words[2], new StringBuilder());
            claims[words[0]].Append($"  - {words[1]}: {words[2]}\n    sources: [s]\n").Append(parts.Length > 1 ? $"    {parts[1]}\n" : "");
        }

        var files =
            claims.Select(
                note => KnowledgeFile.Parse($"{Kind(note.Key).Plural()}/{note.Key}.md",
                    Text(note.Key, note.Value, fields.GetValueOrDefault(note.Key))));
        return KnowledgeLint.Check(
            KnowledgeFiles.Of("knowledge", files.Append(KnowledgeFile.Parse("sources/maker.yaml", Sources)))).Knowledge;
    }

    private static string Text(string id, StringBuilder claims, string? fields)
    {
        var name = fields?.Contains("name:", StringComparison.Ordinal) == true ? "" : $"name: Name of {id}\n";
        return $"---\nid: {id}\n{name}kind: {Kind(id).Word()}\n{fields}{(claims.Length > 0 ? $"claims:\n{claims}" : "")}---\n";
    }

    private static EntityKind Kind(string id) => EntityKinds.TryParse(id.Split('-')[0], out var kind) ? kind : EntityKind.Model;

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ChatLineage.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests do not run inside a checkout.");
    }
}
