using System.Collections.Immutable;
using ChatLineage.Knowledge.Assessments;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Conflicts;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Notes;
using ChatLineage.Knowledge.Sources;

namespace ChatLineage.Knowledge;

/// <summary>The tables behind a <see cref="KnowledgeBase"/>; filled while linking and never changed after that.</summary>
internal sealed class KnowledgeIndex
{
    public Dictionary<string, Entity> Entities { get; init; } = new(StringComparer.Ordinal);

    public Dictionary<string, Source> Sources { get; init; } = new(StringComparer.Ordinal);

    public Dictionary<Entity, Note> Notes { get; init; } = [];

    public Dictionary<Entity, ImmutableArray<Claim>> From { get; init; } = [];

    public Dictionary<Entity, ImmutableArray<Claim>> To { get; init; } = [];

    public Dictionary<Entity, ImmutableArray<Conflict>> Conflicts { get; init; } = [];

    /// <summary>The entities in the order of their notes' paths.</summary>
    public ImmutableArray<Entity> Order { get; init; } = [];

    /// <summary>The entities in the order of their ids.</summary>
    public ImmutableArray<Entity> ById { get; init; } = [];

    public ImmutableArray<Assessment> Assessments { get; init; } = [];
}
