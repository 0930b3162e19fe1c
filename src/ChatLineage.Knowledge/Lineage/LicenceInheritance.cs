using System.Collections.Immutable;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Knowledge.Lineage;

/// <summary>
/// Which licences bind an entity: its own, and the restrictive ones of what it was made from.
/// </summary>
/// <remarks>
/// Terms pass along derivations of weights and rows, and from training data to a model. Licences that cover only code do not
/// pass, and permissive terms of a base add nothing, so neither is reported. Pure; safe from any number of threads.
/// </remarks>
public static class LicenceInheritance
{
    /// <summary>The licences of the entity itself that cover its weights or data, without those that it left.</summary>
    public static ImmutableArray<Claim> OwnLicences(KnowledgeBase knowledge, Entity entity)
    {
        var licences = knowledge.ClaimsFrom(entity).Where(claim => claim.Predicate == Predicates.LicensedUnder && claim.Holds).ToList();
        var whole = licences.Where(claim => entity.Kind == EntityKind.Tool || !CoversCodeOnly(claim)).ToList();
        return [.. whole.DistinctBy(claim => claim.Object)];
    }

    /// <summary>The restrictive terms that the entity inherits, nearest first.</summary>
    public static ImmutableArray<InheritedTerms> Inherited(KnowledgeBase knowledge, Entity entity)
    {
        var terms = ImmutableArray.CreateBuilder<InheritedTerms>();
        var ways = new Dictionary<Entity, ImmutableArray<LineageStep>> { [entity] = [] };
        foreach (var step in knowledge.Graph.Ancestors(entity))
        {
            if (!ways.TryGetValue(step.Via, out var before) || !step.Claims.Any(claim => claim.Predicate.PassesTerms))
                continue;
            ways[step.Entity] = before.Add(step);
            Add(knowledge, step.Entity, ways[step.Entity], terms);
        }

        foreach (var data in TrainingData(knowledge, entity))
            Add(knowledge, data.Entity, [data], terms);
        return [.. terms.DistinctBy(each => each.Licence.Object)];
    }

    /// <summary>True when the claim's detail says that the licence is about code and not about weights or data.</summary>
    public static bool CoversCodeOnly(Claim licence)
    {
        if (licence.Detail is not { } detail)
            return false;
        var words = detail.ToLowerInvariant().Split([' ', ',', ';', ':', '.', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        return (words.Contains("code") || detail.Contains("repository licence", StringComparison.OrdinalIgnoreCase))
            && !words.Contains("weights") && !words.Contains("data") && !words.Contains("model") && !words.Contains("models");
    }

    private static void Add(KnowledgeBase knowledge, Entity holder, ImmutableArray<LineageStep> way,
        ImmutableArray<InheritedTerms>.Builder terms)
    {
        foreach (var licence in OwnLicences(knowledge, holder))
        {
            if (licence.Object.Terms is { } allowed && (allowed.Commercial != CommercialUse.Allowed || allowed.ShareAlike))
                terms.Add(new InheritedTerms(holder, licence, way));
        }
    }

    private static IEnumerable<LineageStep> TrainingData(KnowledgeBase knowledge, Entity entity) =>
        knowledge.ClaimsFrom(entity)
            .Where(claim => claim.Predicate == Predicates.TrainedOn && claim.Stands && claim.Object != entity)
            .DistinctBy(claim => claim.Object)
            .Select(claim => new LineageStep(claim.Object, 1, entity, [claim]));
}
