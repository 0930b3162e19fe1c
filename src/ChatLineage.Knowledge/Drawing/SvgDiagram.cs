using System.Globalization;
using System.Text;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Knowledge.Drawing;

/// <summary>Draws a <see cref="LineageDiagram"/> as SVG: columns from ancestors to descendants, for light and dark pages.</summary>
public static class SvgDiagram
{
    private const double TitleHeight = 56;
    private const double LegendHeight = 44;
    private const double LeastWidth = 640;

    private const string Style = """
          <style>
            svg { background: #ffffff; font-family: system-ui, "Segoe UI", "DejaVu Sans", sans-serif; }
            .title { font-size: 20px; font-weight: 600; fill: #1c2733; }
            .small { font-size: 11px; fill: #5b6875; }
            .name { font-size: 13px; font-weight: 600; fill: #1c2733; }
            .node { fill: #f2f6fb; stroke: #9db4cc; stroke-width: 1.2; }
            .research { fill: #fdf3e3; stroke: #d9a650; }
            .closed { fill: #f1f1f3; stroke: #a3a3ad; }
            .dataset { fill: #eaf7ee; stroke: #7fb892; }
            .tool { fill: #f4eefb; stroke: #ae93d3; }
            .centre { stroke-width: 3; }
            .edge { fill: none; stroke: #8496a8; stroke-width: 1.4; }
            .head { fill: #8496a8; }
            @media (prefers-color-scheme: dark) {
              svg { background: #14191f; }
              .title, .name { fill: #e8eef4; }
              .small { fill: #9fb0c0; }
              .node { fill: #1f2a36; stroke: #5c7690; }
              .research { fill: #33290f; stroke: #b98a34; }
              .closed { fill: #26262b; stroke: #77777f; }
              .dataset { fill: #16291c; stroke: #4f8a63; }
              .tool { fill: #261d33; stroke: #8265ac; }
              .edge { stroke: #6e8296; }
              .head { fill: #6e8296; }
            }
          </style>

        """;

    /// <summary>The diagram as an SVG document.</summary>
    public static string Write(LineageDiagram diagram)
    {
        var layout = new SvgLayout(diagram);
        var width = Math.Max(layout.Width, LeastWidth);
        var height = layout.Height + TitleHeight + LegendHeight;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:0} {height:0}\" width=\"{width:0}\" height=\"{height:0}\" "
                + $"role=\"img\">\n");
        svg.Append("  <title>Lineage of ").Append(Xml(diagram.Centre.Name)).Append("</title>\n").Append(Style);
        svg.Append(
            "  <defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" "
                + "orient=\"auto\"><path class=\"head\" d=\"M0 0L8 4L0 8Z\"/></marker></defs>\n");
        svg.Append(CultureInfo.InvariantCulture,
            $"  <text class=\"title\" x=\"{SvgLayout.Margin}\" y=\"38\">Lineage of {Xml(diagram.Centre.Name)}</text>\n");
        svg.Append(CultureInfo.InvariantCulture, $"  <g transform=\"translate({Number((width - layout.Width) / 2)} {TitleHeight})\">\n");
        var nodes = diagram.Nodes.ToDictionary(node => node.Entity);
        foreach (var edge in diagram.Edges)
            Edge(svg, edge, layout, nodes);
        foreach (var node in diagram.Nodes)
            Node(svg, node, layout);
        svg.Append("  </g>\n");
        SvgLegend.Write(svg, diagram, height - 18);
        return svg.Append("</svg>\n").ToString();
    }

    internal static string Xml(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // XML 1.0 has no control characters, not even escaped ones.
            if (Rune.IsControl(rune) || rune.Value is 0xFFFE or 0xFFFF)
                safe.Append(' ');
            else
                safe.Append(rune.Value switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", '"' => "&quot;", _ => rune.ToString() });
        }

        return safe.ToString();
    }

    internal static string Dashes(Predicate predicate) => predicate.Id switch
    {
        "fine_tuned_from" => "",
        "quantised_from" => " stroke-dasharray=\"2 4\"",
        "adapter_of" => " stroke-dasharray=\"8 3 2 3\"",
        "merged_from" => " stroke-dasharray=\"12 3\"",
        _ => " stroke-dasharray=\"6 4\"",
    };

    internal static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    private static void Edge(StringBuilder svg, DiagramEdge edge, SvgLayout layout, Dictionary<Entity, DiagramNode> nodes)
    {
        var (fromX, fromY) = layout[edge.Base];
        var (toX, toY) = layout[edge.Derivative];
        var isForward = toX > fromX;
        var startX = fromX + layout.WidthOf(nodes[edge.Base]);
        var endX = isForward ? toX : toX + layout.WidthOf(nodes[edge.Derivative]);
        var startY = fromY + (SvgLayout.NodeHeight / 2);
        var endY = toY + (SvgLayout.NodeHeight / 2);
        var bend = isForward ? Math.Max(SvgLayout.ColumnGap / 2, (endX - startX) / 3) : SvgLayout.ColumnGap * 0.7;
        var secondX = isForward ? endX - bend : endX + bend;
        svg.Append("    <path class=\"edge\"").Append(Dashes(edge.Predicate))
            .Append(CultureInfo.InvariantCulture,
                $" marker-end=\"url(#arrow)\" d=\"M{Number(startX)} {Number(startY)}C{Number(startX + bend)} {Number(startY)} "
                    + $"{Number(secondX)} {Number(endY)} {Number(endX)} {Number(endY)}\"><title>")
            .Append(Xml(
                $"{edge.Derivative.Name} {edge.Predicate.Phrase} {edge.Base.Name} "
                    + $"[{string.Join(", ", edge.Claims.SelectMany(claim => claim.Sources).Select(source => source.Id).Distinct())}]"))
            .Append("</title></path>\n");
    }

    private static void Node(StringBuilder svg, DiagramNode node, SvgLayout layout)
    {
        var (x, y) = layout[node.Entity];
        var entity = node.Entity;
        var about = SvgLayout.About(node);
        svg.Append(CultureInfo.InvariantCulture,
            $"    <g><title>{Xml(entity.Name)}</title><rect class=\"node{Class(node)}\" x=\"{Number(x)}\" y=\"{Number(y)}\" "
                + $"width=\"{Number(layout.WidthOf(node))}\" height=\"{SvgLayout.NodeHeight}\" rx=\"8\"/>");
        svg.Append(CultureInfo.InvariantCulture,
            $"<text class=\"name\" x=\"{Number(x + 11)}\" "
                + $"y=\"{Number(y + (about.Length > 0 ? 17 : 25))}\">{Xml(SvgLayout.Name(node))}</text>");
        if (about.Length > 0)
            svg.Append(CultureInfo.InvariantCulture,
                $"<text class=\"small\" x=\"{Number(x + 11)}\" y=\"{Number(y + 32)}\">{Xml(about)}</text>");
        svg.Append("</g>\n");
    }

    private static string Class(DiagramNode node)
    {
        var colour = (node.Entity.Kind, node.Entity.Openness) switch
        {
            (EntityKind.Dataset, _) => " dataset",
            (EntityKind.Tool, _) => " tool",
            (_, Openness.ResearchOnly) => " research",
            (_, Openness.Closed) => " closed",
            _ => "",
        };
        return node.Level == 0 ? colour + " centre" : colour;
    }
}
