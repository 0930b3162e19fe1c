using System.Collections.Immutable;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Knowledge.Drawing;

/// <summary>The part of the lineage around one entity, ready to be drawn.</summary>
/// <param name="Centre">The entity.</param>
/// <param name="Nodes">The centre, its ancestors and its descendants, nearest first.</param>
/// <param name="Edges">The derivations between the nodes.</param>
public sealed record LineageDiagram(Entity Centre, ImmutableArray<DiagramNode> Nodes, ImmutableArray<DiagramEdge> Edges)
{
    /// <summary>Collects the lineage around an entity.</summary>
    /// <param name="knowledge">The notes.</param>
    /// <param name="centre">The entity.</param>
    /// <param name="up">True to go to what it comes from.</param>
    /// <param name="down">True to go to what came of it.</param>
    /// <param name="depth">How many steps to go, at least 1.</param>
    public static LineageDiagram Around(KnowledgeBase knowledge, Entity centre, bool up, bool down, int depth)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(depth, 1);
        var graph = knowledge.Graph;
        var nodes = ImmutableArray.CreateBuilder<DiagramNode>();
        var edges = ImmutableArray.CreateBuilder<DiagramEdge>();
        nodes.Add(new DiagramNode(centre, 0, 0));
        if (up)
            new DiagramSide(centre, graph.Ancestors(centre), depth, entity => graph.Bases(entity), isUp: true).AddTo(nodes, edges);
        if (down)
            new DiagramSide(centre, graph.Descendants(centre), depth, entity => graph.Derivatives(entity), isUp: false).AddTo(nodes, edges);
        return new LineageDiagram(centre, nodes.DrainToImmutable(), [.. edges.DistinctBy(edge => (edge.Base, edge.Derivative))]);
    }
}
