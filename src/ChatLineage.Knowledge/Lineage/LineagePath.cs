using System.Collections.Immutable;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Knowledge.Lineage;

/// <summary>A way from a descendant up to an ancestor.</summary>
/// <param name="Start">The descendant.</param>
/// <param name="Steps">The steps upwards, nearest first: at least one.</param>
public sealed record LineagePath(Entity Start, ImmutableArray<LineageStep> Steps)
{
    /// <summary>The ancestor at the end.</summary>
    public Entity End => Steps[^1].Entity;

    /// <summary>The start and every entity on the way, in order.</summary>
    public IEnumerable<Entity> Entities => Steps.Select(step => step.Entity).Prepend(Start);
}
