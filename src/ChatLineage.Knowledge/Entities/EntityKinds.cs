namespace ChatLineage.Knowledge.Entities;

/// <summary>How each <see cref="EntityKind"/> is written in notes, in folder names and in sentences.</summary>
public static class EntityKinds
{
    /// <summary>All kinds, in the order in which lists show them.</summary>
    public static IReadOnlyList<EntityKind> All { get; } = Enum.GetValues<EntityKind>();

    /// <summary>The word for one of the kind: <c>model</c>.</summary>
    public static string Word(this EntityKind kind) => kind switch
    {
        EntityKind.Model => "model",
        EntityKind.Dataset => "dataset",
        EntityKind.Tool => "tool",
        EntityKind.Organisation => "organisation",
        EntityKind.Person => "person",
        EntityKind.Event => "event",
        _ => "licence",
    };

    /// <summary>The word for several, which is also the folder's name: <c>models</c>, <c>people</c>.</summary>
    public static string Plural(this EntityKind kind) => kind == EntityKind.Person ? "people" : kind.Word() + "s";

    /// <summary>True for what is made out of other things and can carry a licence: models, datasets and tools.</summary>
    public static bool IsArtefact(this EntityKind kind) => kind is EntityKind.Model or EntityKind.Dataset or EntityKind.Tool;

    /// <summary>Reads a kind as notes write it.</summary>
    public static bool TryParse(string? text, out EntityKind kind)
    {
        foreach (var candidate in All)
        {
            if (candidate.Word() == text)
            {
                kind = candidate;
                return true;
            }
        }

        kind = default;
        return false;
    }
}
