using System.Collections.Immutable;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Knowledge.Lineage;

/// <summary>Something dated about an entity.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Date">When.</param>
/// <param name="Claims">The claims that say so, alike in relation and object; empty where the entity's own note gives the date.</param>
public sealed record TimelineEntry(Entity Entity, PartialDate Date, ImmutableArray<Claim> Claims);
