using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Pictures.Content;

/// <summary>Finds what belongs into a picture: everything near its centre, and derivations further away.</summary>
internal sealed class RelationFinder(KnowledgeBase knowledge, Entity centre)
{
    /// <summary>The lines between the centre and its neighbours on one side.</summary>
    public IEnumerable<Relation> Near(bool isUp)
    {
        var claims = knowledge.ClaimsFrom(centre).Where(claim => isUp != Relation.IsPart(claim))
            .Concat(knowledge.ClaimsTo(centre).Where(claim => isUp == Relation.IsPart(claim)));
        return claims
            .Where(claim => Belongs(claim) && claim.Subject != claim.Object)
            .GroupBy(claim => claim.Subject == centre ? claim.Object : claim.Subject)
            .Select(group => Relation.Of([.. group]))
            .Where(relation => !IsToldMoreExactly(relation));
    }

    /// <summary>The lines further outwards from a neighbour: derivations only, and only around what can be derived.</summary>
    public IEnumerable<Relation> Far(Entity entity, bool isUp)
    {
        if (!centre.Kind.IsArtefact())
            return [];
        var steps = isUp ? knowledge.Graph.Bases(entity) : knowledge.Graph.Derivatives(entity);
        return steps.Select(step => Relation.Of(step.Claims)).Where(relation => !IsToldMoreExactly(relation));
    }

    /// <summary>How much came of it: what makes one neighbour more worth showing than another.</summary>
    public int Weight(Entity entity) => knowledge.Graph.Descendants(entity).Length;

    /// <summary>
    /// The order in which lines are kept when there are too many: versions, of which there are few, derivations, ingredients, the rest.
    /// </summary>
    public static int Rank(Relation relation) => (relation.Predicate.Role, relation.Predicate.Id) switch
    {
        (LineageRole.Succession, _) => -1,
        (LineageRole.Derivation, _) => 0,
        (_, "distilled_from") => 1,
        (_, "trained_on") => 2,
        (LineageRole.Provenance, "released_by" or "created_by") => 2,
        (LineageRole.Provenance, "led_by") => 3,
        (LineageRole.Provenance, _) => 4,
        _ => 5,
    };

    private bool Belongs(Claim claim) => !centre.Kind.IsArtefact()
        || claim.Predicate.Role is LineageRole.Derivation or LineageRole.Succession
        || (claim.Stands && claim.Predicate.Role == LineageRole.Ingredient)
        || (claim.Stands && claim.Predicate == Predicates.MemberOf && claim.Object.Kind.IsArtefact());

    // «Built on LLaMA» beside «fine-tuned from Vicuna», which comes from LLaMA, is the same descent told less exactly. Not so of
    // datasets: one can take pages from Common Crawl itself and from C4 too.
    private bool IsToldMoreExactly(Relation relation) =>
        relation is { IsDisputed: false, Lower.Kind: not EntityKind.Dataset } && relation.Predicate == Predicates.BuiltOn
        && knowledge.Graph.Bases(relation.Lower).Any(step =>
            step.Entity != relation.Upper && knowledge.Graph.Ancestors(step.Entity).Any(further => further.Entity == relation.Upper));
}
