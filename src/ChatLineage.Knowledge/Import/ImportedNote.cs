using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Knowledge.Import;

/// <summary>What the tables say about one entity.</summary>
internal sealed record ImportedNote(string Id, string Name, EntityKind Kind)
{
    public List<string> Aliases { get; init; } = [];

    public string? Released { get; init; }

    public string? Size { get; init; }

    public string? Openness { get; init; }

    public string? Source { get; init; }

    public List<ImportedClaim> Claims { get; } = [];

    public List<ImportedConflict> Conflicts { get; } = [];

    public string Path => $"{Kind.Plural()}/{Id}.md";

    public string SizeField => Kind == EntityKind.Model ? "parameters" : "size";

    /// <summary>The fields above the claims, in the order in which notes have them; null when the tables give none.</summary>
    public IEnumerable<(string Key, string? Value)> Fields()
    {
        yield return ("id", Id);
        yield return ("name", Name);
        yield return ("kind", Kind.Word());
        yield return ("released", Released);
        yield return (SizeField, Size);
        yield return ("open", Openness);
        yield return ("source", Source);
    }
}
