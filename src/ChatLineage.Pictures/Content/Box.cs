using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Pictures.Content;

/// <summary>A box of a picture: an entity, or «and 43 more» in the place of those that have no room.</summary>
/// <param name="Entity">The entity; null for those that have no room.</param>
/// <param name="Level">Steps from the centre: negative above it, positive below it, 0 for the centre.</param>
/// <param name="Name">The first line.</param>
/// <param name="Date">When it came out, in short; empty when not known.</param>
/// <param name="Size">How big it is; empty when not known.</param>
/// <param name="Beyond">How many more lie beyond it that the picture does not show.</param>
internal sealed record Box(Entity? Entity, int Level, string Name, string Date, string Size, int Beyond);
