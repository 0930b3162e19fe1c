using System.Text;

namespace ChatLineage.Knowledge.Drawing;

/// <summary>Writes a <see cref="LineageDiagram"/> as a Mermaid flowchart (https://mermaid.js.org/syntax/flowchart.html).</summary>
public static class MermaidDiagram
{
    /// <summary>The chart as text.</summary>
    public static string Write(LineageDiagram diagram)
    {
        var text = new StringBuilder("flowchart LR\n");
        var ids = diagram.Nodes.Index().ToDictionary(pair => pair.Item.Entity, pair => $"n{pair.Index}");
        foreach (var node in diagram.Nodes)
            text.Append("  ").Append(ids[node.Entity]).Append("[\"").Append(Escape(TextTree.Label(node.Entity))).Append("\"]\n");
        foreach (var edge in diagram.Edges)
            text.Append("  ").Append(ids[edge.Base]).Append(" -->|").Append(edge.Predicate.Inverse).Append("| ")
                .Append(ids[edge.Derivative]).Append('\n');
        return text.Append("  style ").Append(ids[diagram.Centre]).Append(" stroke-width:3px\n").ToString();
    }

    // Mermaid knows the character entities of HTML, written with # instead of &.
    private static string Escape(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune))
                safe.Append(' ');
            else if ("\"#<>&[]{}|;`\\".Contains(rune.ToString(), StringComparison.Ordinal))
                safe.Append('#').Append(rune.Value).Append(';');
            else
                safe.Append(rune.ToString());
        }

        return safe.ToString();
    }
}
