using System.Collections.Immutable;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Knowledge.Lineage;

/// <summary>One entity reached by walking the lineage, with the claims of the last step, which prove it.</summary>
/// <param name="Entity">The entity reached.</param>
/// <param name="Depth">How many steps from the start, at least 1.</param>
/// <param name="Via">The entity from which it was reached; the start itself at depth 1.</param>
/// <param name="Claims">The claims between <paramref name="Via"/> and <paramref name="Entity"/>: at least one.</param>
public sealed record LineageStep(Entity Entity, int Depth, Entity Via, ImmutableArray<Claim> Claims);
