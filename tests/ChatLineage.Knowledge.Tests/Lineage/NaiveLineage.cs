using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Knowledge.Tests.Lineage;

/// <summary>The questions of lineage answered the slow, plain way: by matrices and by trying every path.</summary>
internal sealed class NaiveLineage
{
    private readonly KnowledgeBase _knowledge;
    private readonly int[,] _distance;

    public NaiveLineage(KnowledgeBase knowledge)
    {
        _knowledge = knowledge;
        var count = knowledge.Entities.Length;
        _distance = new int[count, count];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
                _distance[i, j] = i != j && IsBase(knowledge.Entities[i], knowledge.Entities[j]) ? 1 : int.MaxValue / 4;
        }

        for (var via = 0; via < count; via++)
        {
            for (var i = 0; i < count; i++)
            {
                for (var j = 0; j < count; j++)
                    _distance[i, j] = Math.Min(_distance[i, j], _distance[i, via] + _distance[via, j]);
            }
        }
    }

    /// <summary>Whether a claim that stands derives <paramref name="entity"/> from <paramref name="other"/>, and no member of the other
    /// does so more exactly.</summary>
    public bool IsBase(Entity entity, Entity other) =>
        Derives(entity, other) && !_knowledge.Entities
            .Any(member => member != other && member != entity && Derives(entity, member) && Stands(member, Predicates.MemberOf, other));

    public bool Derives(Entity entity, Entity other) =>
        _knowledge.Claims.Any(
            claim => claim.Stands && claim.Subject == entity && claim.Object == other && claim.Predicate.Role == LineageRole.Derivation);

    /// <summary>Steps from an entity up to another; null when no way leads there.</summary>
    public int? Distance(Entity from, Entity to)
    {
        var steps = _distance[_knowledge.Entities.IndexOf(from), _knowledge.Entities.IndexOf(to)];
        return from == to || steps >= int.MaxValue / 4 ? null : steps;
    }

    /// <summary>Every way up that visits no entity twice.</summary>
    public IEnumerable<string> Paths(Entity from, Entity to, string before = "")
    {
        var way = before + " " + from.Id;
        foreach (var next in _knowledge.Entities
            .Where(entity => IsBase(from, entity) && !(way + " ").Contains(" " + entity.Id + " ", StringComparison.Ordinal)))
        {
            if (next == to)
                yield return way + " " + to.Id;
            else
                foreach (var path in Paths(next, to, way))
                    yield return path;
        }
    }

    /// <summary>Everything that would feel it if the entity were withdrawn, with the fewest steps to it.</summary>
    public IEnumerable<(string Id, int Depth)> Impact(Entity entity)
    {
        var works = entity.Kind is EntityKind.Organisation or EntityKind.Person;
        bool Feels(Entity one, Entity other, bool isFirst) => _knowledge.Claims.Any(claim =>
            claim.Stands && claim.Subject == one && claim.Object == other
                && one.Kind is EntityKind.Model or EntityKind.Dataset or EntityKind.Tool
            && (claim.Predicate.Role == LineageRole.Derivation || claim.Predicate.Id is "trained_on" or "distilled_from"
                || (isFirst
                    && ((claim.Predicate.Id == "member_of" && entity.Kind != EntityKind.Dataset) || claim.Predicate.Id == "powers"
                        || (claim.Predicate.Id == "uses" && entity.Kind == EntityKind.Tool)
                        || (works && claim.Predicate.Id is "released_by" or "created_by")))));
        var depths = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var (level, depth) = (new List<Entity> { entity }, 1); level.Count > 0; depth++)
        {
            level = [.. _knowledge.Entities
                .Where(one => one != entity && !depths.ContainsKey(one.Id) && level.Exists(other => Feels(one, other, depth == 1)))];
            level.ForEach(one => depths[one.Id] = depth);
        }

        return depths.Select(pair => (pair.Key, pair.Value));
    }

    /// <summary>The restrictive licences of ancestors and of the data that the entity itself was trained on.</summary>
    public IEnumerable<string> InheritedLicences(Entity entity) =>
        _knowledge.Claims
            .Where(claim => claim.Stands && claim.Predicate == Predicates.LicensedUnder && claim.Object.Terms is { } terms
                && (terms.Commercial != CommercialUse.Allowed || terms.ShareAlike))
            .Where(claim => Distance(entity, claim.Subject) is not null
                || (claim.Subject != entity && Stands(entity, Predicates.TrainedOn, claim.Subject)))
            .Select(claim => claim.Object.Id)
            .Distinct()
            .Order(StringComparer.Ordinal);

    /// <summary>Relation and object of each standing claim about an entity.</summary>
    public static IEnumerable<string> Told(KnowledgeBase knowledge, Entity entity) =>
        Told(knowledge.Claims.Where(claim => claim.Stands && claim.Subject == entity));

    /// <summary>Relation and object of each claim, once.</summary>
    public static IEnumerable<string> Told(IEnumerable<Claim> claims) =>
        claims.Select(claim => $"{claim.Predicate} {claim.Object}").Distinct().Order(StringComparer.Ordinal);

    /// <summary>Whether a chain of derivations and successions leads from some entity back to it.</summary>
    public bool HasCycle()
    {
        var reach = _knowledge.Claims
            .Where(claim =>
                claim.Stands && claim.Subject != claim.Object && claim.Predicate.Role is LineageRole.Derivation or LineageRole.Succession)
            .Select(claim => (claim.Subject, claim.Object)).ToHashSet();
        for (var grown = true; grown;)
        {
            var longer =
                reach.SelectMany(pair => reach.Where(other => other.Subject == pair.Object).Select(other => (pair.Subject, other.Object)))
                    .ToList();
            var before = reach.Count;
            reach.UnionWith(longer);
            grown = reach.Count > before;
        }

        return reach.Any(pair => pair.Subject == pair.Object);
    }

    private bool Stands(Entity subject, Predicate predicate, Entity target) =>
        _knowledge.Claims.Any(claim => claim.Stands && claim.Subject == subject && claim.Predicate == predicate && claim.Object == target);
}
