using System.Collections.Immutable;
using ChatLineage.Answering.Evidence;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Facts;

/// <summary>The standing claims of a snapshot, grouped into facts.</summary>
/// <remarks>Safe from any number of threads.</remarks>
internal sealed class FactBook(KnowledgeBase knowledge)
{
    /// <summary>What stands about a subject by any of the predicates, in the order of the predicates and then of the notes.</summary>
    public ImmutableArray<Fact> From(Entity subject, params IReadOnlyCollection<Predicate> predicates) =>
        Group(knowledge.ClaimsFrom(subject), predicates, claim => claim.Object);

    /// <summary>What stands about an object by any of the predicates; the best known subjects first.</summary>
    public ImmutableArray<Fact> To(Entity target, params IReadOnlyCollection<Predicate> predicates) =>
        [.. Group(knowledge.ClaimsTo(target), predicates, claim => claim.Subject).OrderByDescending(fact => Weight(fact.Subject))];

    /// <summary>How much the notes hold about an entity: how well known it is.</summary>
    public int Weight(Entity entity) => knowledge.ClaimsFrom(entity).Length + (2 * knowledge.ClaimsTo(entity).Length);

    /// <summary>Who made an entity: whoever released or created it.</summary>
    public ImmutableArray<Fact> Makers(Entity entity) => From(entity, Predicates.ReleasedBy, Predicates.CreatedBy);

    /// <summary>True when the maker made the entity, or leads or holds its maker.</summary>
    public bool IsBy(Entity entity, Entity maker) =>
        Makers(entity).Any(fact => fact.Object == maker || From(fact.Object, Predicates.MemberOf).Any(member => member.Object == maker));

    /// <summary>True when two entities share a maker or stand in some relation: members of a family rather than namesakes.</summary>
    public bool AreRelated(Entity left, Entity right) =>
        Makers(left).Any(fact => Makers(right).Any(other => other.Object == fact.Object))
        || knowledge.ClaimsFrom(left).Any(claim => claim.Object == right) || knowledge.ClaimsFrom(right).Any(claim => claim.Object == left)
        || From(left, Predicates.MemberOf).Any(fact => From(right, Predicates.MemberOf).Any(other => other.Object == fact.Object));

    // One fact a pair: a tune is also a derivative, and saying both says it twice.
    private static ImmutableArray<Fact> Group(ImmutableArray<Claim> claims, IReadOnlyCollection<Predicate> predicates, Func<Claim,
        Entity> other)
    {
        var order = predicates.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        return
        [
            .. claims
                .Where(claim => claim.Holds && order.ContainsKey(claim.Predicate))
                .GroupBy(claim => (claim.Predicate, Other: other(claim)))
                .OrderBy(group => order[group.Key.Predicate])
                .Select(group => new Fact(Sorted(group)))
                .GroupBy(fact => (other(fact.Best), fact.Predicate.Role))
                .Select(same => same.OrderByDescending(fact => fact.Predicate != Predicates.BuiltOn
                    && fact.Predicate.Role == LineageRole.Derivation).First()),
        ];
    }

    private static ImmutableArray<Claim> Sorted(IEnumerable<Claim> claims)
    {
        var all = claims.ToList();
        var best = ClaimWording.Best(all);
        return [best, .. all.Where(claim => claim != best).OrderByDescending(claim => claim.Sources.Max(source => source.Trust))];
    }
}
