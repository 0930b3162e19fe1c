using System.Collections.Immutable;
using ChatLineage.Pictures.Content;
using ChatLineage.Pictures.Lettering;
using SkiaSharp;

namespace ChatLineage.Pictures.Layout;

/// <summary>Places everything between the title and the legend: ancestors above, descendants below.</summary>
/// <remarks>Uses nothing but the content and the letters that ship with it, so the same content always gets the same places.</remarks>
internal sealed class PictureLayout
{
    public PictureLayout(PictureContent content, float top)
    {
        using var names = new SKFont(Typefaces.SemiBold, Spacing.NameSize);
        using var abouts = new SKFont(Typefaces.Regular, Spacing.AboutSize);
        using var labels = new SKFont(Typefaces.Regular, Spacing.LabelSize);
        var arrangement = new RowArrangement(content);
        var ports = new Ports(content, arrangement, labels);
        var y = top;
        foreach (var row in arrangement.Rows)
        {
            var lines = row.Boxes.ToDictionary(box => box, box => Lines(box, row, names, abouts));
            row.Height = (2 * Spacing.BoxPadding)
                + lines.Values.Max(each => (each.Name.Length * Spacing.NameLine) + (each.About.Length > 0 ? Spacing.AboutLine : 0));
            row.Top = row == arrangement.Rows[0] ? y : y + Spacing.CurveHeight + row.Zone;
            for (var i = 0; i < row.Boxes.Count; i++)
            {
                var bounds = SKRect.Create(row.Left(i), row.Top, row.BoxWidth, row.Height);
                Boxes.Add(new PlacedBox(row.Boxes[i], bounds, lines[row.Boxes[i]].Name, lines[row.Boxes[i]].About));
            }

            y = row.Bottom;
        }

        Bottom = y;
        var router = new LinkRouter(arrangement, ports);
        Links = [.. content.Links.Select(router.Route)];
        Labels = [.. ports.Labels()];
    }

    /// <summary>The boxes, from the top.</summary>
    public List<PlacedBox> Boxes { get; } = [];

    /// <summary>The lines.</summary>
    public ImmutableArray<PlacedLink> Links { get; }

    /// <summary>The words on the lines.</summary>
    public ImmutableArray<PlacedLabel> Labels { get; }

    /// <summary>Where the last row ends.</summary>
    public float Bottom { get; }

    private static (ImmutableArray<string> Name, string About) Lines(Box box, Row row, SKFont names, SKFont abouts)
    {
        var room = row.BoxWidth - (2 * Spacing.BoxPadding) - (2 * Spacing.ShapeInset);
        return (TextFit.Wrap(box.Name, names, room, Spacing.NameLines), About(box, abouts, room));
    }

    // A size that would be cut says less than none.
    private static string About(Box box, SKFont font, float room)
    {
        if (box.Date.Length == 0 || box.Size.Length == 0)
            return TextFit.Cut(box.Date + box.Size, font, room);
        var both = $"{box.Date} · {box.Size}";
        return font.MeasureText(both) <= room ? both : box.Date;
    }
}
