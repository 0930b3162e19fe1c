using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Knowledge.Drafting;

/// <summary>The entity that a name on a card means.</summary>
/// <param name="Entity">The entity; null when no note has the name.</param>
/// <param name="IsExact">False when only the beginning of the name matched, so that the entity may be a family or a namesake.</param>
internal readonly record struct Link(Entity? Entity, bool IsExact);
