using System.Collections.Immutable;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Knowledge.Lineage;

/// <summary>
/// Questions of lineage over the claims that stand. Every result carries the claims that prove it.
/// </summary>
/// <remarks>
/// Pure functions over an immutable snapshot: safe from any number of threads. Walks are breadth-first and visit an entity
/// once, so they end even where notes hold a cycle that the lint has yet to report. A claim that relates an entity to itself, which
/// it reports too, leads nowhere.
/// </remarks>
public sealed class LineageGraph
{
    private const int MaxPaths = 32;
    private const int MaxPathSteps = 12;

    // Most entities lead nowhere and need no list of their own. Never added to.
    private static readonly List<LineageStep> Nothing = [];

    private readonly KnowledgeBase _knowledge;

    // Made when first asked for: most runs of the program never walk down, and every edit of a note makes a new graph.
    private readonly Lazy<WideWalk> _descent;
    private readonly Lazy<WideWalk> _effects;

    internal LineageGraph(KnowledgeBase knowledge)
    {
        _knowledge = knowledge;
        _descent = new Lazy<WideWalk>(() => new WideWalk(knowledge, claim => Derives(claim.Predicate)));
        _effects = new Lazy<WideWalk>(() => new WideWalk(knowledge, claim => Passes(claim.Predicate) && CanBeAffected(claim.Subject)));
    }

    /// <summary>What the entity was directly made out of.</summary>
    /// <remarks>
    /// Where claims name both a family and a member of it (a project and the exact model), the member is the base: «built on the
    /// project» is the same fact told less exactly.
    /// </remarks>
    public ImmutableArray<LineageStep> Bases(Entity entity) => [.. BasesAt(entity, 1)];

    /// <summary>What was directly made out of the entity.</summary>
    public ImmutableArray<LineageStep> Derivatives(Entity entity) => [.. Neighbours(entity, upwards: false, Derives, 1)];

    /// <summary>Everything that the entity comes from, nearest first.</summary>
    public ImmutableArray<LineageStep> Ancestors(Entity entity)
    {
        var steps = ImmutableArray.CreateBuilder<LineageStep>();
        var seen = new HashSet<Entity> { entity };
        Follow(entity, depth: 1);
        for (var i = 0; i < steps.Count; i++)
            Follow(steps[i].Entity, steps[i].Depth + 1);
        return steps.DrainToImmutable();

        void Follow(Entity each, int depth)
        {
            foreach (var step in BasesAt(each, depth))
            {
                if (seen.Add(step.Entity))
                    steps.Add(step);
            }
        }
    }

    /// <summary>Everything that was made out of the entity, nearest first.</summary>
    public ImmutableArray<LineageStep> Descendants(Entity entity) => Down(_descent, entity, Neighbours(entity, upwards: false, Derives, 1));

    /// <summary>The ancestors that come from nothing recorded: what the entity is ultimately built on.</summary>
    public ImmutableArray<LineageStep> Roots(Entity entity) =>
        [.. Ancestors(entity).Where(step => Bases(step.Entity).IsEmpty)];

    /// <summary>
    /// Everything that would feel it if the entity were withdrawn, nearest first: derivatives, models trained on it or distilled
    /// from it, members of a family, works of an organisation, and what comes of those.
    /// </summary>
    public ImmutableArray<LineageStep> Impact(Entity entity)
    {
        // Members, works and users are affected themselves; what is affected of them is only what was made out of them.
        bool Matters(Predicate predicate) =>
            Passes(predicate) || predicate == Predicates.Powers
            // What a dataset gathers was there before it: Wikipedia does not come from a dataset that includes it.
            || (entity.Kind != EntityKind.Dataset && predicate == Predicates.MemberOf)
            || (entity.Kind == EntityKind.Tool && predicate == Predicates.Uses)
            || (entity.Kind is EntityKind.Organisation or EntityKind.Person
                && (predicate == Predicates.ReleasedBy || predicate == Predicates.CreatedBy));
        return Down(_effects, entity, Neighbours(entity, upwards: false, Matters, 1).FindAll(step => CanBeAffected(step.Entity)));
    }

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
        [.. Bases(entity).SelectMany(basis => Derivatives(basis.Entity)).Where(step => step.Entity != entity)
            .DistinctBy(step => step.Entity)];

    private static bool Derives(Predicate predicate) => predicate.Role == LineageRole.Derivation;

    private static bool Passes(Predicate predicate) =>
        Derives(predicate) || predicate == Predicates.TrainedOn || predicate == Predicates.DistilledFrom;

    private static bool CanBeAffected(Entity entity) => entity.Kind is EntityKind.Model or EntityKind.Dataset or EntityKind.Tool;

    private List<LineageStep> BasesAt(Entity entity, int depth)
    {
        var steps = Neighbours(entity, upwards: true, Derives, depth);
        return steps.Count < 2
            ? steps : steps.FindAll(step => !steps.Exists(other => other != step && IsMember(other.Entity, step.Entity)));
    }

    private static ImmutableArray<LineageStep> Down(Lazy<WideWalk> walk, Entity entity, List<LineageStep> first) =>
        first.Count == 0 ? [] : walk.Value.From(entity, first);

    private List<LineageStep> Neighbours(Entity entity, bool upwards, Func<Predicate, bool> follows, int depth)
    {
        var claims = upwards ? _knowledge.ClaimsFrom(entity) : _knowledge.ClaimsTo(entity);
        if (claims.IsEmpty)
            return Nothing;
        var steps = new List<LineageStep>();
        foreach (var claim in claims)
        {
            if (!claim.Stands || !follows(claim.Predicate))
                continue;
            var other = upwards ? claim.Object : claim.Subject;
            if (other == entity)
                continue;

            // Incoming claims stand note by note, so that those of one subject are neighbours; of outgoing ones there are few.
            var known = upwards ? steps.FindLastIndex(step => step.Entity == other)
                : steps.Count > 0 && steps[^1].Entity == other ? steps.Count - 1 : -1;
            if (known < 0)
                steps.Add(new LineageStep(other, depth, entity, [claim]));
            else
                steps[known] = steps[known] with { Claims = steps[known].Claims.Add(claim) };
        }

        return steps;
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
