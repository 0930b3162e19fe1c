using System.Text.Json;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Lint.Reports;

namespace ChatLineage.Knowledge.Drawing;

/// <summary>Writes a <see cref="LineageDiagram"/> as JSON: nodes, and edges with their claims and sources.</summary>
public static class JsonDiagram
{
    /// <summary>Writes the diagram as UTF-8.</summary>
    public static void Write(Stream output, LineageDiagram diagram)
    {
        using var json = new Utf8JsonWriter(output, JsonReport.Options);
        json.WriteStartObject();
        json.WriteString("entity", diagram.Centre.Id);
        json.WriteStartArray("nodes");
        foreach (var node in diagram.Nodes)
        {
            json.WriteStartObject();
            json.WriteString("id", node.Entity.Id);
            json.WriteString("name", node.Entity.Name);
            json.WriteString("kind", node.Entity.Kind.Word());
            json.WriteString("released", node.Entity.Released?.ToString());
            json.WriteNumber("level", node.Level);
            json.WriteNumber("hidden", node.Hidden);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("edges");
        foreach (var edge in diagram.Edges)
            Edge(json, edge);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Edge(Utf8JsonWriter json, DiagramEdge edge)
    {
        json.WriteStartObject();
        json.WriteString("base", edge.Base.Id);
        json.WriteString("derivative", edge.Derivative.Id);
        json.WriteStartArray("claims");
        foreach (var claim in edge.Claims)
        {
            json.WriteStartObject();
            json.WriteString("predicate", claim.Predicate.Id);
            json.WriteString("detail", claim.Detail);
            json.WriteString("on", claim.On?.ToString());
            json.WriteStartArray("sources");
            foreach (var source in claim.Sources)
                json.WriteStringValue(source.Id);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
