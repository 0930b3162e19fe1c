using System.Collections.Immutable;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Knowledge.Lineage;

/// <summary>Terms that bind an entity, its own or those of something it was made from.</summary>
/// <param name="Holder">The entity whose licence it is.</param>
/// <param name="Licence">The claim that names the licence.</param>
/// <param name="Way">The steps from the entity asked about to the holder; empty for its own licence.</param>
public sealed record InheritedTerms(Entity Holder, Claim Licence, ImmutableArray<LineageStep> Way)
{
    /// <summary>What the licence allows; null when its terms are not recorded.</summary>
    public LicenceTerms? Terms => Licence.Object.Terms;
}
