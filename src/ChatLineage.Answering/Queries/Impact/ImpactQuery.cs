using System.Collections.Immutable;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Impact;

/// <summary>What would feel it if an entity were withdrawn.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Filter">Conditions on what is listed.</param>
/// <param name="Count">True when the question asks how many.</param>
/// <param name="Hints">Words of the question that can single out some of the results.</param>
/// <param name="Asked">The thing whose fate is asked for; null when any is.</param>
/// <param name="Survives">True when the question asks whether it goes on without, false when it asks whether it is hit.</param>
internal sealed record ImpactQuery(Entity Entity, Filter Filter, bool Count, ImmutableArray<string> Hints, Entity? Asked = null,
    bool Survives = false) : Query
{
    /// <summary>What is withdrawn besides the entity: «if A and B close»; empty for nothing.</summary>
    public ImmutableArray<Entity> Others { get; init; } = [];

    public override string InWords => $"impact({string.Join(", ", Others.Select(other => other.Id).Prepend(Entity.Id))}{Filter.InWords()})";

    // Whatever depends on a thing suffers because it does.
    public override bool GivesReasons => true;
}
