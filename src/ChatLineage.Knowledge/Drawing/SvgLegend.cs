using System.Globalization;
using System.Text;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Knowledge.Drawing;

/// <summary>The line below an SVG diagram that says what its colours and dashes mean; only what the diagram has.</summary>
internal static class SvgLegend
{
    private const double CharacterWidth = 6.3;

    public static void Write(StringBuilder svg, LineageDiagram diagram, double y)
    {
        var x = SvgLayout.Margin;
        foreach (var (shape, label) in Entries(diagram))
        {
            svg.Append(CultureInfo.InvariantCulture,
                $"  <g transform=\"translate({SvgDiagram.Number(x)} {SvgDiagram.Number(y)})\">{shape}<text class=\"small\" x=\"34\" "
                    + $"y=\"0\">{label}</text></g>\n");
            x += 34 + (label.Length * CharacterWidth) + 22;
        }
    }

    private static IEnumerable<(string Shape, string Label)> Entries(LineageDiagram diagram)
    {
        foreach (var (colour, label, has) in new (string, string, Func<Entity, bool>)[]
        {
            ("", "open weights", entity => entity.Kind == EntityKind.Model && entity.Openness == Openness.WeightsOpen),
            ("research", "research only", entity => entity.Kind == EntityKind.Model && entity.Openness == Openness.ResearchOnly),
            ("closed", "closed", entity => entity.Kind == EntityKind.Model && entity.Openness == Openness.Closed),
            ("dataset", "dataset", entity => entity.Kind == EntityKind.Dataset),
            ("tool", "tool", entity => entity.Kind == EntityKind.Tool),
        })
        {
            if (diagram.Nodes.Any(node => has(node.Entity)))
                yield return ($"<rect class=\"node {colour}\" x=\"0\" y=\"-10\" width=\"26\" height=\"13\" rx=\"4\"/>", label);
        }

        foreach (var predicate in diagram.Edges.Select(edge => edge.Predicate).Distinct())
            yield return ($"<path class=\"edge\"{SvgDiagram.Dashes(predicate)} d=\"M0 -4H26\"/>", predicate.Inverse);
    }
}
