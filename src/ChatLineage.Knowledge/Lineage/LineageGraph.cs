using System.Collections.Immutable;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Knowledge.Lineage;

/// <summary>
/// Questions of lineage over the claims that stand. Every result carries the claims that prove it.
/// </summary>
/// <remarks>
/// Pure functions over an immutable snapshot: safe from any number of threads. Walks are breadth-first and visit an entity
/// once, so they end even where notes hold a cycle that the lint has yet to report.
/// </remarks>
public sealed class LineageGraph
{
    private const int MaxPaths = 32;
    private const int MaxPathSteps = 12;

    private readonly KnowledgeBase _knowledge;

    internal LineageGraph(KnowledgeBase knowledge) => _knowledge = knowledge;

    /// <summary>What the entity was directly made out of.</summary>
    /// <remarks>
    /// Where claims name both a family and a member of it (a project and the exact model), the member is the base: «built on the
    /// project» is the same fact told less exactly.
    /// </remarks>
    public ImmutableArray<LineageStep> Bases(Entity entity)
    {
        var steps = Neighbours(entity, entity, 1, upwards: true, predicate => predicate.Role == LineageRole.Derivation);
        return [.. steps.Where(step => !steps.Any(other => other != step && IsMember(other.Entity, step.Entity)))];
    }

    /// <summary>What was directly made out of the entity.</summary>
    public ImmutableArray<LineageStep> Derivatives(Entity entity) =>
        [.. Neighbours(entity, entity, 1, upwards: false, predicate => predicate.Role == LineageRole.Derivation)];

    /// <summary>Everything that the entity comes from, nearest first.</summary>
    public ImmutableArray<LineageStep> Ancestors(Entity entity) => Walk(entity, each => Bases(each));

    /// <summary>Everything that was made out of the entity, nearest first.</summary>
    public ImmutableArray<LineageStep> Descendants(Entity entity) => Walk(entity, each => Derivatives(each));

    /// <summary>The ancestors that come from nothing recorded: what the entity is ultimately built on.</summary>
    public ImmutableArray<LineageStep> Roots(Entity entity) =>
        [.. Ancestors(entity).Where(step => Bases(step.Entity).IsEmpty)];

    /// <summary>
    /// Everything that would feel it if the entity were withdrawn, nearest first: derivatives, models trained on it or distilled
    /// from it, members of a family, works of an organisation, and what comes of those.
    /// </summary>
    public ImmutableArray<LineageStep> Impact(Entity entity) => Walk(entity, each => Affected(each, isStart: each == entity));

    /// <summary>All ways from an entity up to an ancestor, shortest first; at most 32, each of at most 12 steps.</summary>
    public ImmutableArray<LineagePath> Paths(Entity from, Entity to)
    {
        var found = ImmutableArray.CreateBuilder<LineagePath>();
        var waiting = new Queue<ImmutableArray<LineageStep>>();
        waiting.Enqueue([]);
        while (waiting.TryDequeue(out var path) && found.Count < MaxPaths)
        {
            var at = path.IsEmpty ? from : path[^1].Entity;
            foreach (var step in Bases(at))
            {
                if (step.Entity == from || path.Any(earlier => earlier.Entity == step.Entity))
                    continue;
                var longer = path.Add(step with { Depth = path.Length + 1 });
                if (step.Entity == to)
                    found.Add(new LineagePath(from, longer));
                else if (longer.Length < MaxPathSteps && waiting.Count < 100_000)
                    waiting.Enqueue(longer);
            }
        }

        return found.DrainToImmutable();
    }

    /// <summary>The shortest way from an entity up to an ancestor; null when no recorded way leads there.</summary>
    public LineagePath? ShortestPath(Entity from, Entity to)
    {
        var reached = Ancestors(from).ToDictionary(step => step.Entity);
        if (!reached.TryGetValue(to, out var last))
            return null;
        var steps = new List<LineageStep> { last };
        while (steps[^1].Via != from)
            steps.Add(reached[steps[^1].Via]);
        steps.Reverse();
        return new LineagePath(from, [.. steps]);
    }

    /// <summary>Ancestors that two entities share, those nearest to both first.</summary>
    public ImmutableArray<(LineageStep Left, LineageStep Right)> CommonAncestors(Entity left, Entity right)
    {
        var rights = Ancestors(right).ToDictionary(step => step.Entity);
        return
        [
            .. Ancestors(left)
                .Where(step => rights.ContainsKey(step.Entity))
                .Select(step => (Left: step, Right: rights[step.Entity]))
                .OrderBy(pair => pair.Left.Depth + pair.Right.Depth)
                .ThenBy(pair => pair.Left.Entity.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>Other entities that were made out of the same bases.</summary>
    public ImmutableArray<LineageStep> Siblings(Entity entity) =>
        [.. Bases(entity).SelectMany(basis => Derivatives(basis.Entity)).Where(step => step.Entity != entity).DistinctBy(step => step.Entity)];

    private IEnumerable<LineageStep> Affected(Entity entity, bool isStart)
    {
        bool Matters(Predicate predicate) =>
            predicate.Role == LineageRole.Derivation || predicate == Predicates.TrainedOn || predicate == Predicates.DistilledFrom
            || (isStart && (predicate == Predicates.MemberOf || predicate == Predicates.Powers))
            || (isStart && entity.Kind == EntityKind.Tool && predicate == Predicates.Uses)
            || (isStart && entity.Kind is EntityKind.Organisation or EntityKind.Person && (predicate == Predicates.ReleasedBy || predicate == Predicates.CreatedBy));
        return Neighbours(entity, entity, 1, upwards: false, Matters)
            .Where(step => step.Entity.Kind is EntityKind.Model or EntityKind.Dataset or EntityKind.Tool);
    }

    private static ImmutableArray<LineageStep> Walk(Entity start, Func<Entity, IEnumerable<LineageStep>> next)
    {
        var steps = ImmutableArray.CreateBuilder<LineageStep>();
        var seen = new HashSet<Entity> { start };
        var level = new List<Entity> { start };
        for (var depth = 1; level.Count > 0; depth++)
        {
            var following = new List<Entity>();
            foreach (var step in level.SelectMany(next).Where(step => seen.Add(step.Entity)))
            {
                steps.Add(step with { Depth = depth });
                following.Add(step.Entity);
            }

            level = following;
        }

        return steps.DrainToImmutable();
    }

    private List<LineageStep> Neighbours(Entity entity, Entity via, int depth, bool upwards, Func<Predicate, bool> follows)
    {
        var claims = upwards ? _knowledge.ClaimsFrom(entity) : _knowledge.ClaimsTo(entity);
        var order = new List<Entity>();
        var proofs = new Dictionary<Entity, ImmutableArray<Claim>.Builder>();
        foreach (var claim in claims)
        {
            if (!claim.Stands || !follows(claim.Predicate))
                continue;
            var other = upwards ? claim.Object : claim.Subject;
            if (!proofs.TryGetValue(other, out var proof))
            {
                proofs[other] = proof = ImmutableArray.CreateBuilder<Claim>(1);
                order.Add(other);
            }

            proof.Add(claim);
        }

        return order.ConvertAll(other => new LineageStep(other, depth, via, proofs[other].DrainToImmutable()));
    }

    private bool IsMember(Entity member, Entity family)
    {
        foreach (var claim in _knowledge.ClaimsFrom(member))
        {
            if (claim.Predicate == Predicates.MemberOf && claim.Object == family && claim.Stands)
                return true;
        }

        return false;
    }
}
