using System.Collections.Immutable;
using ChatLineage.Knowledge.Sources;

namespace ChatLineage.Knowledge.Entities;

/// <summary>A thing that notes are about: a model, a dataset, a tool, an organisation, a person, an event or a licence.</summary>
/// <remarks>Immutable. Two entities are the same when their ids are.</remarks>
public sealed class Entity
{
    /// <summary>The id: lower case letters, digits and hyphens, unique over all kinds, also the note's file name.</summary>
    public required string Id { get; init; }

    /// <summary>The name as its makers spell it.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public required EntityKind Kind { get; init; }

    /// <summary>Other names that people use for it.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>When it came out, began or happened; null when no source says.</summary>
    public PartialDate? Released { get; init; }

    /// <summary>The size as the source gives it: <c>13B</c>, <c>7B to 70B</c>, <c>825 GB</c>; null when not recorded.</summary>
    public string? Size { get; init; }

    /// <summary>How open its weights or its data are.</summary>
    public Openness Openness { get; init; }

    /// <summary>The source of the attributes above; null when a note names none.</summary>
    public Source? Source { get; init; }

    /// <summary>What the licence allows; null for other kinds and for licences whose terms are not recorded.</summary>
    public LicenceTerms? Terms { get; init; }

    /// <summary>Its place among the entities of its snapshot, in the order of the notes' paths; 0 or more.</summary>
    internal int Ordinal { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Id;
}
