using ChatLineage.Chat.Platforms;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Chat.Notes;

/// <summary>Draws the lineage of an entity.</summary>
/// <param name="knowledge">The notes.</param>
/// <param name="entity">What it is about.</param>
/// <param name="onDark">True when it will stand on a dark ground.</param>
/// <returns>The picture; null when the entity has no lineage.</returns>
public delegate Attachment? DrawLineage(KnowledgeBase knowledge, Entity entity, bool onDark);
