using System.Text;

namespace ChatLineage.Knowledge.Drawing;

/// <summary>Writes a <see cref="LineageDiagram"/> in the DOT language of Graphviz (https://graphviz.org/doc/info/lang.html).</summary>
public static class DotDiagram
{
    /// <summary>The graph as text.</summary>
    public static string Write(LineageDiagram diagram)
    {
        var text = new StringBuilder(
            "digraph lineage {\n  rankdir=LR;\n  node [shape=box, style=rounded, fontname=\"sans-serif\"];\n"
                + "  edge [fontname=\"sans-serif\", fontsize=10];\n");
        foreach (var node in diagram.Nodes)
            text.Append("  ").Append(Quote(node.Entity.Id)).Append(" [label=").Append(Quote(TextTree.Label(node.Entity)))
                .Append(node.Level == 0 ? ", penwidth=3" : "").Append("];\n");
        foreach (var edge in diagram.Edges)
            text.Append("  ").Append(Quote(edge.Base.Id)).Append(" -> ").Append(Quote(edge.Derivative.Id)).Append(" [label=")
                .Append(Quote(edge.Predicate.Inverse)).Append("];\n");
        return text.Append("}\n").ToString();
    }

    private static string Quote(string text) =>
        '"' + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings(" ")
            + '"';
}
