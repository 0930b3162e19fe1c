using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Pictures.Content;

/// <summary>
/// Chooses what stands above or below the centre. Levels are longest ways, so that every line leads outwards; what has no room is
/// counted: next to the centre in a box of its own, further out at the boxes that it hangs on.
/// </summary>
internal sealed class SideSelection
{
    private readonly RelationFinder _finder;
    private readonly Entity _centre;
    private readonly bool _isUp;
    private readonly List<Entity> _order = [];
    private readonly Dictionary<Entity, int> _levels = [];
    private readonly List<Relation> _relations = [];

    public SideSelection(RelationFinder finder, Entity centre, bool isUp, SideLimits limits, IReadOnlySet<Entity> taken)
    {
        (_finder, _centre, _isUp) = (finder, centre, isUp);
        _levels[centre] = 0;
        AddNear(limits, taken);
        for (var level = 2; level <= limits.Levels; level++)
            AddFar(level, limits, taken);
        foreach (var entity in _order)
        {
            var shown = finder.Far(entity, isUp).Where(relation => Outer(relation) != centre && _levels.ContainsKey(Outer(relation)));
            _relations.AddRange(shown);
        }

        PushOutwards();
        Cut(limits.Levels);
    }

    /// <summary>What is shown, nearest first, with its level: 1 next to the centre.</summary>
    public IEnumerable<(Entity Entity, int Level)> Entities =>
        _order.Select(entity => (Entity: entity, Level: _levels[entity])).OrderBy(pair => pair.Level);

    /// <summary>The lines between what is shown.</summary>
    public IReadOnlyList<Relation> Relations => _relations;

    /// <summary>The lines to neighbours of the centre that have no room.</summary>
    public IReadOnlyList<Relation> Crowded { get; private set; } = [];

    /// <summary>How many more lie beyond an entity that is shown.</summary>
    public int Beyond(Entity entity) => _finder.Far(entity, _isUp)
        .Count(relation => !_levels.ContainsKey(Outer(relation)) && Crowded.All(near => Outer(near) != Outer(relation)));

    private Entity Outer(Relation relation) => _isUp ? relation.Upper : relation.Lower;

    private Entity Inner(Relation relation) => _isUp ? relation.Lower : relation.Upper;

    private void AddNear(SideLimits limits, IReadOnlySet<Entity> taken)
    {
        var near = Sorted(_finder.Near(_isUp).Where(relation => !taken.Contains(Outer(relation))));
        var room = near.Count <= limits.Near ? near.Count : limits.Near - 1;
        Crowded = near[room..];
        foreach (var relation in near[..room])
            Add(relation, 1);
        _relations.AddRange(near[..room]);
    }

    private void AddFar(int level, SideLimits limits, IReadOnlySet<Entity> taken)
    {
        HashSet<Entity> crowded = [.. taken, .. Crowded.Select(Outer)];
        var inner = _order.Where(entity => _levels[entity] == level - 1).ToList();
        var found = Sorted(inner.SelectMany(entity => _finder.Far(entity, _isUp))
            .Where(relation => !_levels.ContainsKey(Outer(relation)) && !crowded.Contains(Outer(relation)))
            .DistinctBy(Outer));
        foreach (var relation in found.Take(SideLimits.FarBeside(inner.Count)))
            Add(relation, level);
    }

    private List<Relation> Sorted(IEnumerable<Relation> relations) =>
    [
        .. relations
            .OrderBy(RelationFinder.Rank)
            .ThenByDescending(relation => _finder.Weight(Outer(relation)))
            .ThenBy(relation => Outer(relation).Released ?? new PartialDate(9999))
            .ThenBy(relation => Outer(relation).Id, StringComparer.Ordinal),
    ];

    private void Add(Relation relation, int level)
    {
        _order.Add(Outer(relation));
        _levels[Outer(relation)] = level;
    }

    // A cycle, which the lint reports, would push its entities outwards for ever.
    private void PushOutwards()
    {
        for (var round = 0; round < _order.Count; round++)
        {
            foreach (var relation in _relations.Where(relation => _levels[Outer(relation)] <= _levels[Inner(relation)]))
                _levels[Outer(relation)] = _levels[Inner(relation)] + 1;
        }
    }

    private void Cut(int levels)
    {
        _order.RemoveAll(entity => _levels[entity] > levels && _levels.Remove(entity));
        _relations.RemoveAll(relation =>
            !_levels.TryGetValue(Outer(relation), out var outer) || !_levels.TryGetValue(Inner(relation), out var inner) || outer <= inner);

        // What hung only on something cut, hangs on nothing now.
        while (_order.RemoveAll(entity => _relations.TrueForAll(relation => Outer(relation) != entity) && _levels.Remove(entity)) > 0)
            _relations.RemoveAll(relation => !_levels.ContainsKey(Inner(relation)));
    }
}
