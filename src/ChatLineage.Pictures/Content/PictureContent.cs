using System.Collections.Immutable;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Pictures.Content;

/// <summary>What a picture shows, before anything is placed.</summary>
/// <param name="Centre">The box that the picture is about.</param>
/// <param name="Boxes">All boxes, the centre first, then outwards, within a level the most telling first.</param>
/// <param name="Links">The lines between them, each from a lower to a higher level.</param>
/// <param name="Maker">Who made or released the centre; null when not recorded.</param>
/// <param name="Newest">When the newest source of the notes was published; null when none is dated.</param>
internal sealed record PictureContent(Box Centre, ImmutableArray<Box> Boxes, ImmutableArray<Link> Links, string? Maker, PartialDate? Newest)
{
    /// <summary>The entity that the picture is about.</summary>
    public Entity Entity => Centre.Entity!;
}
