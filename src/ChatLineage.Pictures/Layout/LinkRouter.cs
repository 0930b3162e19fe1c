using System.Collections.Immutable;
using ChatLineage.Pictures.Content;
using SkiaSharp;

namespace ChatLineage.Pictures.Layout;

/// <summary>Leads lines from box to box: curves between rows, and straight through the gaps of rows on the way.</summary>
internal sealed class LinkRouter(RowArrangement arrangement, Ports ports)
{
    private readonly Dictionary<Row, List<(float X, Link Link)>> _taken = [];

    /// <summary>The way of a line. The order of calls decides who gets which lane of a gap.</summary>
    public PlacedLink Route(Link link)
    {
        var first = arrangement.IndexOf(link.Upper);
        var last = arrangement.IndexOf(link.Lower);
        var start = arrangement.Rows[first];
        var end = arrangement.Rows[last];
        var points = ImmutableArray.CreateBuilder<SKPoint>();
        points.Add(new SKPoint(start.Middle(link.Upper), start.Bottom));
        for (var i = first + 1; i < last; i++)
        {
            var row = arrangement.Rows[i];
            var x = PassAt(row, link);
            points.Add(new SKPoint(x, row.Top - row.Zone));
            points.Add(new SKPoint(x, row.Bottom));
        }

        points.Add(new SKPoint(ports[link], end.Top - end.Zone));
        points.Add(new SKPoint(ports[link], end.Top));
        return new PlacedLink(link, points.DrainToImmutable());
    }

    private float PassAt(Row row, Link link)
    {
        var wanted = ports[link];
        if (!_taken.TryGetValue(row, out var taken))
            _taken[row] = taken = [];

        // Lines that begin at one box or end in one place go through a gap together.
        var free = Free(row).ToList();
        var x = free.Select(gap => Math.Clamp(wanted, gap.Left, gap.Right)).MinBy(at => Math.Abs(at - wanted));
        var (left, right) = free.First(gap => x >= gap.Left && x <= gap.Right);
        foreach (var other in taken.Where(other => other.X >= left && other.X <= right && Math.Abs(other.X - x) < Spacing.ColumnGap))
        {
            if (other.Link.Upper == link.Upper || IsSameEnd(other.Link, link))
                return other.X;
        }

        for (var step = 0; step < 6; step++)
        {
            var lane = x + (((step + 1) / 2) * Spacing.LaneWidth * (step % 2 == 0 ? -1 : 1));
            if (lane >= left && lane <= right && taken.TrueForAll(other => Math.Abs(other.X - lane) >= Spacing.LaneWidth - 0.5f))
            {
                x = lane;
                break;
            }
        }

        taken.Add((x, link));
        return x;
    }

    private bool IsSameEnd(Link left, Link right) => left.Lower == right.Lower && ports[left] == ports[right];

    /// <summary>The gaps of a row, its sides included.</summary>
    private static IEnumerable<(float Left, float Right)> Free(Row row)
    {
        var at = Spacing.Margin / 2;
        for (var i = 0; i < row.Boxes.Count; i++)
        {
            yield return (at, row.Left(i) - Spacing.Clearance);
            at = row.Left(i) + row.BoxWidth + Spacing.Clearance;
        }

        yield return (at, Spacing.Width - (Spacing.Margin / 2));
    }
}
