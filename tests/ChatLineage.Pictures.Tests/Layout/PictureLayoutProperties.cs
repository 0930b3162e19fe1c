using ChatLineage.Knowledge;
using ChatLineage.Pictures.Content;
using ChatLineage.Pictures.Layout;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SkiaSharp;

namespace ChatLineage.Pictures.Tests.Layout;

/// <summary>What must hold for the places of every picture, over random small graphs with cycles, disputes and every kind.</summary>
[Properties(MaxTest = 150, Arbitrary = [typeof(PictureLayoutProperties)])]
public sealed class PictureLayoutProperties
{
    private const int Entities = 14;

    private static readonly string[] Kinds = ["model", "model", "model", "dataset", "tool", "organisation"];

    private static readonly string[] PredicateIds =
        ["built_on", "fine_tuned_from", "fine_tuned_from", "merged_from", "quantised_from", "successor_of", "distilled_from", "trained_on",
            "member_of", "uses", "released_by"];

    /// <summary>Random claims among fourteen entities; one in eight is disputed.</summary>
    public static Arbitrary<KnowledgeBase> Graphs()
    {
        static string Id(int number) => $"{Kinds[number % Kinds.Length]}-{number}";
        var claim = from subject in Gen.Choose(0, Entities - 1)
                    from target in Gen.Choose(0, Entities - 1)
                    from predicate in Gen.Elements(PredicateIds)
                    from disputed in Gen.Choose(0, 7)
                    select $"{Id(subject)} {predicate} {Id(target)}" + (disputed == 0 ? "; disputed: no" : "");
        return (from claims in Gen.ListOf(claim) select Notes.Of(claims.Append("model-0 built_on model-1"))).ToArbitrary();
    }

    [Property]
    public void Boxes_never_overlap(KnowledgeBase knowledge) =>
    ForEach(knowledge, (_, layout) => AssertApart([.. layout.Boxes.Select(box => box.Bounds)]));

    [Property]
    public void Labels_never_overlap_each_other_nor_boxes(KnowledgeBase knowledge) => ForEach(knowledge, (_, layout) =>
        AssertApart([.. layout.Labels.Select(label => label.Bounds), .. layout.Boxes.Select(box => box.Bounds)]));

    [Property]
    public void Everything_stays_inside(KnowledgeBase knowledge) => ForEach(knowledge, (_, layout) => Assert.All(
        layout.Boxes.Select(box => box.Bounds).Concat(layout.Labels.Select(label => label.Bounds)),
        bounds =>
        Assert.True(bounds is { Left: >= 0, Right: <= Spacing.Width, Top: >= 100 } && bounds.Bottom <= layout.Bottom, bounds.ToString())));

    [Property]
    public void Links_lead_down_from_box_to_box(KnowledgeBase knowledge) => ForEach(knowledge, (content, layout) =>
    {
        var places = layout.Boxes.ToDictionary(box => box.Box, box => box.Bounds);
        Assert.Equal(content.Links.Length, layout.Links.Length);
        foreach (var link in layout.Links)
        {
            Assert.Equal(places[link.Link.Upper].Bottom, link.Points[0].Y);
            Assert.Equal(places[link.Link.Lower].Top, link.Points[^1].Y);
            Assert.InRange(link.Points[^1].X, places[link.Link.Lower].Left, places[link.Link.Lower].Right);
            Assert.All(link.Points.Zip(link.Points.Skip(1)), pair => Assert.True(pair.First.Y < pair.Second.Y));
        }
    });

    [Property]
    public void Links_never_cross_a_box(KnowledgeBase knowledge) => ForEach(knowledge, (_, layout) => Assert.All(
        layout.Links.SelectMany(link => Samples(link).Select(point => (link, point))),
        each => Assert.DoesNotContain(layout.Boxes, box => Inside(box.Bounds, each.point))));

    private static void ForEach(KnowledgeBase knowledge, Action<PictureContent, PictureLayout> check)
    {
        foreach (var entity in knowledge.Entities)
        {
            var content = ContentSelection.Select(knowledge, entity);
            check(content, new PictureLayout(content, top: 100));
        }
    }

    private static void AssertApart(List<SKRect> all)
    {
        for (var i = 0; i < all.Count; i++)
        {
            for (var j = i + 1; j < all.Count; j++)
                Assert.False(all[i].IntersectsWith(all[j]), $"{all[i]} {all[j]}");
        }
    }

    // A little inside, since lines begin and end on the edges.
    private static bool Inside(SKRect box, SKPoint point) =>
        point.X > box.Left + 1 && point.X < box.Right - 1 && point.Y > box.Top + 1 && point.Y < box.Bottom - 1;

    private static IEnumerable<SKPoint> Samples(PlacedLink link)
    {
        for (var i = 1; i < link.Points.Length; i++)
        {
            var (from, to) = (link.Points[i - 1], link.Points[i]);
            for (var t = 0f; t <= 1; t += 0.05f)
            {
                // The curve of PictureCanvas: upright at both ends, halfway at the middle.
                var along = (3 * t * t) - (2 * t * t * t);
                var down = (1.5f * t) - (1.5f * t * t) + (t * t * t);
                yield return new SKPoint(from.X + ((to.X - from.X) * along), from.Y + ((to.Y - from.Y) * down));
            }
        }
    }
}
