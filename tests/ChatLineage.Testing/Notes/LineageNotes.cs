using ChatLineage.Knowledge;

namespace ChatLineage.Testing.Notes;

/// <summary>
/// A small hand-made knowledge shaped like the real one: LLaMA and what came of it, with disputed claims and conflicts, a family
/// with members, namesakes, licences with terms, events and people. The notes stand in <c>lineage.txt</c>.
/// </summary>
public static class LineageNotes
{
    private static readonly Lazy<KnowledgeBase> Linked = new(() => KnowledgeBuilder.Link(Files()));

    /// <summary>The notes, linked once; immutable.</summary>
    public static KnowledgeBase Knowledge => Linked.Value;

    /// <summary>The notes as files.</summary>
    public static IEnumerable<(string Path, string Text)> Files()
    {
        using var stream = typeof(LineageNotes).Assembly.GetManifestResourceStream("lineage.txt")!;
        using var reader = new StreamReader(stream);
        return [.. KnowledgeBuilder.Split(reader.ReadToEnd())];
    }
}
