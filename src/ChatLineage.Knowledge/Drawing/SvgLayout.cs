using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Knowledge.Drawing;

/// <summary>
/// Places the nodes of a diagram in columns, one a level, from ancestors on the left to descendants on the right. Within a column
/// the order follows the neighbours (barycentre heuristic: Sugiyama, Tagawa and Toda, IEEE SMC 1981), which keeps most edges from
/// crossing.
/// </summary>
internal sealed class SvgLayout
{
    public const double NodeHeight = 40;
    public const double RowHeight = 54;
    public const double ColumnGap = 90;
    public const double Margin = 28;

    private const int Sweeps = 6;
    private const double NameCharacterWidth = 8.3;
    private const double AboutCharacterWidth = 6.6;
    private const double LeastWidth = 110;
    private const int LongestLabel = 34;

    private readonly Dictionary<Entity, (double X, double Y)> _places = [];
    private readonly Dictionary<int, double> _widths = [];

    public SvgLayout(LineageDiagram diagram)
    {
        var columns = diagram.Nodes.GroupBy(node => node.Level).OrderBy(group => group.Key)
            .Select(group => group.OrderBy(node => node.Entity.Released ?? new PartialDate(9999))
                .ThenBy(node => node.Entity.Id, StringComparer.Ordinal).ToList())
            .ToList();
        Order(columns, diagram);
        var rows = columns.Max(column => column.Count);
        var x = Margin;
        foreach (var column in columns)
        {
            var width = Math.Max(LeastWidth,
                column.Max(node => Math.Max(Name(node).Length * NameCharacterWidth, About(node).Length * AboutCharacterWidth)) + 24);
            _widths[column[0].Level] = width;
            for (var i = 0; i < column.Count; i++)
                _places[column[i].Entity] = (x, Margin + ((i + ((rows - column.Count) / 2.0)) * RowHeight));
            x += width + ColumnGap;
        }

        Width = x - ColumnGap + Margin;
        Height = (2 * Margin) + (rows * RowHeight) - (RowHeight - NodeHeight);
    }

    public double Width { get; }

    public double Height { get; }

    /// <summary>The first line of a node.</summary>
    public static string Name(DiagramNode node) => Short(node.Entity.Name);

    /// <summary>The second line of a node: date, size and how much lies beyond; empty when nothing is known.</summary>
    public static string About(DiagramNode node) =>
        Short(string.Join(" · ",
            new[] { node.Entity.Released?.ToString(), node.Entity.Size, node.Hidden > 0 ? $"{node.Hidden} more" : null }.OfType<string>()));

    public double WidthOf(DiagramNode node) => _widths[node.Level];

    public (double X, double Y) this[Entity entity] => _places[entity];

    private static string Short(string text) => text.Length <= LongestLabel ? text : string.Concat(text.AsSpan(0, LongestLabel - 1), "…");

    private static void Order(List<List<DiagramNode>> columns, LineageDiagram diagram)
    {
        var neighbours = diagram.Edges.SelectMany(edge => new[] { (edge.Base, edge.Derivative), (edge.Derivative, edge.Base) })
            .ToLookup(pair => pair.Item1, pair => pair.Item2);
        var centreColumn = columns.FindIndex(column => column[0].Level == 0);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            // Outwards from the centre first, so that the columns next to it settle before those that follow them.
            for (var i = centreColumn - 1; i >= 0; i--)
                Sort(columns[i], columns[i + 1], neighbours);
            for (var i = centreColumn + 1; i < columns.Count; i++)
                Sort(columns[i], columns[i - 1], neighbours);
        }
    }

    private static void Sort(List<DiagramNode> column, List<DiagramNode> fixedColumn, ILookup<Entity, Entity> neighbours)
    {
        var rows = fixedColumn.Index().ToDictionary(pair => pair.Item.Entity, pair => (double)pair.Index);
        var weights = column.Index().ToDictionary(
            pair => pair.Item,
            pair => neighbours[pair.Item.Entity].Where(rows.ContainsKey).Select(entity => rows[entity]).DefaultIfEmpty(pair.Index)
                .Average());
        var sorted = column.OrderBy(node => weights[node]).ToList();
        column.Clear();
        column.AddRange(sorted);
    }
}
