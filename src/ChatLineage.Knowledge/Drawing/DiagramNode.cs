using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Knowledge.Drawing;

/// <summary>An entity in a <see cref="LineageDiagram"/>.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Level">Steps from the centre: negative for ancestors, positive for descendants, 0 for the centre.</param>
/// <param name="Hidden">How many more entities lie beyond the depth shown.</param>
public sealed record DiagramNode(Entity Entity, int Level, int Hidden);
