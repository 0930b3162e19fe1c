using ChatLineage.Pictures.Content;
using SkiaSharp;

namespace ChatLineage.Pictures.Layout;

/// <summary>
/// Where lines enter boxes. Lines that say the same enter a box together under one label; labels of a row that would touch stand in
/// lanes above each other.
/// </summary>
internal sealed class Ports
{
    private const float LabelGap = 8;

    private readonly Dictionary<Link, float> _ends = [];
    private readonly List<(Row Row, int Lane, string Text, float Left, float Right, bool IsDisputed)> _labels = [];

    public Ports(PictureContent content, RowArrangement arrangement, SKFont font)
    {
        var incoming = content.Links.ToLookup(link => link.Lower);
        foreach (var row in arrangement.Rows)
        {
            var lanes = new List<List<(float Left, float Right)>>();
            foreach (var box in row.Boxes)
                Enter(row, box, [.. incoming[box]], arrangement, lanes, font);
            row.Zone = Spacing.ArrowRoom + (lanes.Count * Spacing.LabelLane);
        }
    }

    /// <summary>Where along the top of its lower box a line ends.</summary>
    public float this[Link link] => _ends[link];

    /// <summary>The labels, once rows have their places.</summary>
    public IEnumerable<PlacedLabel> Labels() =>
        from label in _labels
        let bottom = label.Row.Top - Spacing.ArrowRoom - (label.Lane * Spacing.LabelLane)
        select new PlacedLabel(label.Text, new SKRect(label.Left, bottom - Spacing.LabelHeight, label.Right, bottom), label.IsDisputed);

    private void Enter(
        Row row, Box box, List<Link> links, RowArrangement arrangement, List<List<(float Left, float Right)>> lanes, SKFont font)
    {
        var groups = links
            .GroupBy(link => (link.Label, link.IsDisputed))
            .OrderBy(group => group.Average(link => arrangement.RowOf(link.Upper).Middle(link.Upper)))
            .ThenBy(group => group.Key.Label, StringComparer.Ordinal)
            .ToList();
        for (var i = 0; i < groups.Count; i++)
        {
            var end = row.Left(row.Boxes.IndexOf(box)) + (row.BoxWidth * (i + 1) / (groups.Count + 1));
            foreach (var link in groups[i])
                _ends[link] = end;
            if (groups[i].Key.Label.Length > 0)
                AddLabel(row, groups[i].Key.Label, groups[i].Key.IsDisputed, end, lanes, font);
        }
    }

    private void AddLabel(Row row, string text, bool isDisputed, float end, List<List<(float Left, float Right)>> lanes, SKFont font)
    {
        var width = font.MeasureText(text) + (2 * Spacing.LabelPadding);
        var left = Math.Clamp(end - (width / 2), Spacing.Margin / 2, Spacing.Width - (Spacing.Margin / 2) - width);
        var right = left + width;
        var lane = lanes.FindIndex(taken => taken.TrueForAll(other => left >= other.Right + LabelGap || right <= other.Left - LabelGap));
        if (lane < 0)
        {
            lane = lanes.Count;
            lanes.Add([]);
        }

        lanes[lane].Add((left, right));
        _labels.Add((row, lane, text, left, right, isDisputed));
    }
}
