using System.Collections.Immutable;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Knowledge.Drawing;

/// <summary>A derivation in a <see cref="LineageDiagram"/>.</summary>
/// <param name="Base">What was built on.</param>
/// <param name="Derivative">What was made out of it.</param>
/// <param name="Claims">The claims that prove it: at least one.</param>
public sealed record DiagramEdge(Entity Base, Entity Derivative, ImmutableArray<Claim> Claims)
{
    /// <summary>The most telling predicate: a fine-tune, a merge, a quantisation or an adapter before «built on».</summary>
    public Predicate Predicate =>
        Claims.Select(claim => claim.Predicate).FirstOrDefault(predicate => predicate != Predicates.BuiltOn) ?? Predicates.BuiltOn;
}
