using System.Collections.Immutable;
using ChatLineage.Answering.Evidence;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Facts;

/// <summary>What one or more claims say alike: same subject, predicate and object.</summary>
/// <param name="Claims">The claims, the best-supported first: at least one.</param>
internal sealed record Fact(ImmutableArray<Claim> Claims)
{
    public Claim Best => Claims[0];

    public Entity Subject => Best.Subject;

    public Predicate Predicate => Best.Predicate;

    public Entity Object => Best.Object;

    /// <summary>The date of the best-supported claim that gives one.</summary>
    public PartialDate? On => Claims.Select(claim => claim.On).FirstOrDefault(on => on is not null);

    public EvidenceLine Line => ClaimWording.Line(Claims);
}
