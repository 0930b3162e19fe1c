using ChatLineage.Pictures.Content;

namespace ChatLineage.Pictures.Layout;

/// <summary>
/// Puts boxes into rows, from the outermost ancestors down. Rows settle outwards from the centre, each in the order of what its boxes
/// hang on (barycentre heuristic: Sugiyama, Tagawa and Toda, IEEE SMC 1981), which keeps most lines from crossing.
/// </summary>
internal sealed class RowArrangement
{
    private readonly Dictionary<Box, Row> _rows = [];

    public RowArrangement(PictureContent content)
    {
        var levels = content.Boxes.GroupBy(box => box.Level).ToDictionary(group => group.Key, group => group.ToList());
        var above = levels.Keys.Where(level => level < 0).OrderDescending().SelectMany(level => Split(levels[level])).ToList();
        var below = levels.Keys.Where(level => level > 0).Order().SelectMany(level => Split(levels[level])).ToList();
        var centre = new Row([content.Centre]);
        _rows[content.Centre] = centre;
        above.ForEach(row => Settle(row, content));
        below.ForEach(row => Settle(row, content));
        above.Reverse();
        Rows = [.. above, centre, .. below];
    }

    /// <summary>The rows, from the top.</summary>
    public IReadOnlyList<Row> Rows { get; }

    /// <summary>The row that a box stands in.</summary>
    public Row RowOf(Box box) => _rows[box];

    /// <summary>Which row from the top a box stands in.</summary>
    public int IndexOf(Box box)
    {
        for (var i = 0; i < Rows.Count; i++)
        {
            if (Rows[i] == _rows[box])
                return i;
        }

        throw new ArgumentException($"{box.Name} has no place.", nameof(box));
    }

    /// <summary>Rows as even as can be, the fuller ones nearer to the centre.</summary>
    private static IEnumerable<Row> Split(List<Box> level)
    {
        var rows = (level.Count + Spacing.Columns - 1) / Spacing.Columns;
        var at = 0;
        for (var row = 0; row < rows; row++)
        {
            var left = rows - row;
            var count = (level.Count - at + left - 1) / left;
            yield return new Row(level.GetRange(at, count));
            at += count;
        }
    }

    private void Settle(Row row, PictureContent content)
    {
        float Wanted(Box box)
        {
            // «And 43 more» is the last of its row.
            if (box.Entity is null)
                return float.MaxValue;
            var on = content.Links
                .Where(link => link.Lower == box || link.Upper == box)
                .Select(link => link.Lower == box ? link.Upper : link.Lower)
                .Where(_rows.ContainsKey)
                .Select(other => _rows[other].Middle(other))
                .DefaultIfEmpty(Spacing.Width / 2);
            return on.Average();
        }

        var ordered = row.Boxes.OrderBy(Wanted).ToList();
        row.Boxes.Clear();
        row.Boxes.AddRange(ordered);
        foreach (var box in ordered)
            _rows[box] = row;
    }
}
