using System.Collections.Immutable;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Lineage;

namespace ChatLineage.Knowledge.Drawing;

/// <summary>
/// The ancestors or the descendants in a diagram. «Built on LLaMA» beside «fine-tuned from Vicuna», which comes from LLaMA, is
/// the same descent told less exactly, so its edge is left out, except of datasets, which can take from both; levels are longest
/// ways, so that every edge leads outwards.
/// </summary>
internal sealed class DiagramSide
{
    private readonly Entity _centre;
    private readonly Func<Entity, ImmutableArray<LineageStep>> _next;
    private readonly bool _isUp;
    private readonly HashSet<Entity> _entities;
    private readonly List<DiagramEdge> _edges = [];

    public DiagramSide(Entity centre, ImmutableArray<LineageStep> steps, int depth, Func<Entity, ImmutableArray<LineageStep>> next,
        bool isUp)
    {
        _centre = centre;
        _next = next;
        _isUp = isUp;
        _entities = [centre, .. steps.Where(step => step.Depth <= depth).Select(step => step.Entity)];
        foreach (var entity in _entities)
        {
            foreach (var step in next(entity).Where(step => _entities.Contains(step.Entity)))
                _edges.Add(isUp ? new DiagramEdge(step.Entity, entity, step.Claims) : new DiagramEdge(entity, step.Entity, step.Claims));
        }

        var bases = _edges.ToLookup(edge => edge.Derivative, edge => edge.Base);
        _edges.RemoveAll(
            edge => edge.Derivative.Kind != EntityKind.Dataset && edge.Claims.All(claim => claim.Predicate == Predicates.BuiltOn)
                && bases[edge.Derivative].Any(other => other != edge.Base && ComesFrom(other, edge.Base, bases)));
    }

    public void AddTo(ImmutableArray<DiagramNode>.Builder nodes, ImmutableArray<DiagramEdge>.Builder edges)
    {
        var levels = Levels();
        var known = nodes.Select(node => node.Entity).ToHashSet();
        foreach (var entity in _entities.Where(known.Add).OrderBy(entity => levels[entity]))
            nodes.Add(new DiagramNode(entity, _isUp
                ? -levels[entity] : levels[entity], _next(entity).Count(step => !_entities.Contains(step.Entity))));
        edges.AddRange(_edges);
    }

    private static bool ComesFrom(Entity entity, Entity ancestor, ILookup<Entity, Entity> bases)
    {
        var seen = new HashSet<Entity> { entity };
        var waiting = new Stack<Entity>([entity]);
        while (waiting.TryPop(out var each))
        {
            foreach (var basis in bases[each])
            {
                if (basis == ancestor)
                    return true;
                if (seen.Add(basis))
                    waiting.Push(basis);
            }
        }

        return false;
    }

    private Dictionary<Entity, int> Levels()
    {
        var levels = _entities.ToDictionary(entity => entity, _ => 1);
        levels[_centre] = 0;

        // A cycle, which the lint reports, would push its entities outwards for ever.
        for (var round = 0; round < _entities.Count && PushOutwards(levels); round++)
        {
        }

        return levels;
    }

    private bool PushOutwards(Dictionary<Entity, int> levels)
    {
        var moved = false;
        foreach (var edge in _edges)
        {
            var (inner, outer) = _isUp ? (edge.Derivative, edge.Base) : (edge.Base, edge.Derivative);
            if (outer != _centre && levels[outer] <= levels[inner])
            {
                levels[outer] = levels[inner] + 1;
                moved = true;
            }
        }

        return moved;
    }
}
