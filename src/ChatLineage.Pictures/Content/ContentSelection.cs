using System.Collections.Immutable;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Pictures.Lettering;

namespace ChatLineage.Pictures.Content;

/// <summary>Chooses what a picture of an entity shows.</summary>
internal static class ContentSelection
{
    // So that the picture stays readable on a telephone: some nine rows of at most three boxes.
    private static readonly SideLimits Above = new(Near: 6, Levels: 4);
    private static readonly SideLimits Below = new(Near: 9, Levels: 2);

    /// <summary>Chooses.</summary>
    public static PictureContent Select(KnowledgeBase knowledge, Entity entity)
    {
        var finder = new RelationFinder(knowledge, entity);
        var above = new SideSelection(finder, entity, isUp: true, Above, new HashSet<Entity> { entity });
        HashSet<Entity> taken =
            [entity, .. above.Entities.Select(each => each.Entity), .. above.Crowded.Select(relation => relation.Upper)];
        var below = new SideSelection(finder, entity, isUp: false, Below, taken);

        var boxes = new Dictionary<Entity, Box> { [entity] = BoxOf(entity, 0, 0) };
        foreach (var (each, level) in above.Entities)
            boxes[each] = BoxOf(each, -level, above.Beyond(each));
        foreach (var (each, level) in below.Entities)
            boxes[each] = BoxOf(each, level, below.Beyond(each));
        var all = boxes.Values.ToImmutableArray();
        var links = above.Relations.Concat(below.Relations)
            .Select(relation => new Link(boxes[relation.Upper], boxes[relation.Lower], relation.Label, relation.IsDisputed))
            .ToImmutableArray();
        Crowd(above.Crowded, -1, boxes[entity], ref all, ref links);
        Crowd(below.Crowded, 1, boxes[entity], ref all, ref links);
        return new PictureContent(boxes[entity], all, links, Maker(knowledge, entity), Newest(knowledge));
    }

    private static Box BoxOf(Entity entity, int level, int beyond)
    {
        var size = Typefaces.DrawableOrNull(entity.Size) ?? "";
        return new Box(entity, level, Typefaces.DrawableName(entity), entity.Released?.ToShortWords() ?? "", size, beyond);
    }

    private static void Crowd(
        IReadOnlyList<Relation> crowded, int level, Box centre, ref ImmutableArray<Box> boxes, ref ImmutableArray<Link> links)
    {
        if (crowded.Count == 0)
            return;
        var box = new Box(null, level, $"and {crowded.Count} more", "", "", 0);
        boxes = boxes.Add(box);
        var labels = crowded.Select(relation => relation.Label).Distinct().ToList();
        var label = labels.Count == 1 ? labels[0] : "";
        var isDisputed = crowded.All(relation => relation.IsDisputed);
        links = links.Add(level < 0 ? new Link(box, centre, label, isDisputed) : new Link(centre, box, label, isDisputed));
    }

    private static string? Maker(KnowledgeBase knowledge, Entity entity)
    {
        var claims = knowledge.ClaimsFrom(entity);
        var claim = claims.FirstOrDefault(each => each.Stands && each.Predicate == Predicates.ReleasedBy)
            ?? claims.FirstOrDefault(each => each.Stands && each.Predicate == Predicates.CreatedBy);
        return claim is null ? null : Typefaces.DrawableName(claim.Object);
    }

    private static PartialDate? Newest(KnowledgeBase knowledge)
    {
        var dates = knowledge.Sources.Select(source => source.Published).OfType<PartialDate>().ToList();
        return dates.Count == 0 ? null : dates.Max();
    }
}
