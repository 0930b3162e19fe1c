using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Knowledge.Lineage;

/// <summary>
/// The edges from each entity down to what was made out of it, as rows of numbers (compressed sparse rows), for walks that can
/// reach most of the notes. Such a walk touches numbers only; the steps that it returns are made once, at the end.
/// </summary>
/// <remarks>Immutable and safe to use from any number of threads. Costs about four bytes an entity and fifty an edge.</remarks>
internal sealed class WideWalk
{
    private const int BitsInWord = 64;

    private readonly ImmutableArray<Entity> _entities;

    // The edges of entity i are those from _rows[i] up to, but not with, _rows[i + 1].
    private readonly int[] _rows;
    private readonly int[] _targets;
    private readonly ImmutableArray<Claim>[] _claims;

    /// <param name="knowledge">The snapshot.</param>
    /// <param name="follows">True for the claims that are edges, from their objects down to their subjects.</param>
    public WideWalk(KnowledgeBase knowledge, Func<Claim, bool> follows)
    {
        _entities = knowledge.Index.Order;
        _rows = new int[_entities.Length + 1];
        ForEachEdge(knowledge, follows, (claim, isAnother) => _rows[claim.Object.Ordinal + 1] += isAnother ? 0 : 1);
        for (var i = 0; i < _entities.Length; i++)
            _rows[i + 1] += _rows[i];
        _targets = new int[_rows[^1]];
        _claims = new ImmutableArray<Claim>[_rows[^1]];
        var next = _rows[..^1];
        ForEachEdge(knowledge, follows, (claim, isAnother) =>
        {
            var place = isAnother ? next[claim.Object.Ordinal] - 1 : next[claim.Object.Ordinal]++;
            _targets[place] = claim.Subject.Ordinal;
            _claims[place] = isAnother ? _claims[place].Add(claim) : [claim];
        });
    }

    /// <summary>The first steps and everything that lies beyond them, breadth first, each entity once and the start never.</summary>
    /// <param name="start">Where the first steps start.</param>
    /// <param name="first">The steps at depth 1, which may follow other relations than the walk does.</param>
    public ImmutableArray<LineageStep> From(Entity start, List<LineageStep> first)
    {
        if (first.Count == 0)
            return [];
        var seen = ArrayPool<ulong>.Shared.Rent((_entities.Length / BitsInWord) + 1);
        var reached = ArrayPool<int>.Shared.Rent(_entities.Length);
        var edges = ArrayPool<int>.Shared.Rent(_entities.Length);
        var vias = ArrayPool<int>.Shared.Rent(_entities.Length);
        try
        {
            Array.Clear(seen);
            IsNew(seen, start.Ordinal);
            var nearest = first.FindAll(step => IsNew(seen, step.Entity.Ordinal));
            for (var i = 0; i < nearest.Count; i++)
                reached[i] = nearest[i].Entity.Ordinal;
            var levels = Spread(nearest.Count, seen, reached, edges, vias);
            return Steps(nearest, levels, reached, edges, vias);
        }
        finally
        {
            ArrayPool<ulong>.Shared.Return(seen);
            ArrayPool<int>.Shared.Return(reached);
            ArrayPool<int>.Shared.Return(edges);
            ArrayPool<int>.Shared.Return(vias);
        }
    }

    // Fills in what is reached, over which edge and from where; returns where each level ends.
    private List<int> Spread(int count, ulong[] seen, int[] reached, int[] edges, int[] vias)
    {
        var levels = new List<int> { count };
        for (var at = 0; at < count; levels.Add(count))
        {
            for (var end = count; at < end; at++)
            {
                var from = reached[at];
                for (var edge = _rows[from]; edge < _rows[from + 1]; edge++)
                {
                    if (!IsNew(seen, _targets[edge]))
                        continue;
                    reached[count] = _targets[edge];
                    edges[count] = edge;
                    vias[count++] = from;
                }
            }
        }

        return levels;
    }

    private ImmutableArray<LineageStep> Steps(List<LineageStep> nearest, List<int> levels, int[] reached, int[] edges, int[] vias)
    {
        var steps = new LineageStep[levels[^1]];
        nearest.CopyTo(steps);
        for (var level = 1; level < levels.Count; level++)
        {
            for (var i = levels[level - 1]; i < levels[level]; i++)
                steps[i] = new LineageStep(_entities[reached[i]], level + 1, _entities[vias[i]], _claims[edges[i]]);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(steps);
    }

    // Note by note, so that another claim between the same two entities comes before any other edge of the object.
    private static void ForEachEdge(KnowledgeBase knowledge, Func<Claim, bool> follows, Action<Claim, bool> take)
    {
        var last = new int[knowledge.Index.Order.Length];
        foreach (var subject in knowledge.Index.Order)
        {
            foreach (var claim in knowledge.ClaimsFrom(subject))
            {
                if (!claim.Stands || !follows(claim))
                    continue;
                take(claim, last[claim.Object.Ordinal] == subject.Ordinal + 1);
                last[claim.Object.Ordinal] = subject.Ordinal + 1;
            }
        }
    }

    private static bool IsNew(ulong[] seen, int ordinal)
    {
        ref var word = ref seen[ordinal / BitsInWord];
        var bit = 1UL << (ordinal % BitsInWord);
        var isNew = (word & bit) == 0;
        word |= bit;
        return isNew;
    }
}
