namespace ChatLineage.EndToEnd.Tests.Knowledge;

/// <summary>Notes that a test may change.</summary>
internal static class NotesFolder
{
    /// <summary>Copies a folder with all that it holds and returns where to.</summary>
    public static string Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return to;
    }

    /// <summary>Three models in a line and their source, in a folder named <c>knowledge</c>.</summary>
    public static string WriteSmall(TemporaryFolder folder)
    {
        folder.Write("knowledge/sources/acme.yaml", "publisher: Acme\nsources:\n  - {id: card, title: Card, url: 'https://example.org/card', kind: model-card}\n");
        foreach (var (id, claims) in new[] { ("base", ""), ("tune", Claim("fine_tuned_from: base")), ("merge", Claim("merged_from: tune")) })
            folder.Write($"knowledge/models/{id}.md", $"---\nid: {id}\nname: The {id}\nkind: model\nsource: card\n{claims}---\n");
        return Path.Combine(folder.Path, "knowledge");
    }

    public static string Claim(string statement) => $"claims:\n  - {statement}\n    sources: [card]\n";
}
