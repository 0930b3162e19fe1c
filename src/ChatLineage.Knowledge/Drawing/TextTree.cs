using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Knowledge.Drawing;

/// <summary>Draws a <see cref="LineageDiagram"/> as two trees of text: what the entity comes from, and what came of it.</summary>
/// <param name="output">Where to write.</param>
/// <param name="columns">The longest line, in characters; at least 40.</param>
public sealed class TextTree(TextWriter output, int columns)
{
    private const int LeastColumns = 40;

    private readonly int _columns = Math.Max(columns, LeastColumns);

    /// <summary>Writes the trees.</summary>
    public void Write(LineageDiagram diagram)
    {
        output.WriteLine(Cut(Label(diagram.Centre)));
        var bases = diagram.Edges.ToLookup(edge => edge.Derivative);
        var derivatives = diagram.Edges.ToLookup(edge => edge.Base);
        var levels = diagram.Nodes.ToDictionary(node => node.Entity);
        bool IsUp(Entity entity) => levels[entity].Level <= 0;
        bool IsDown(Entity entity) => levels[entity].Level >= 0;
        if (diagram.Nodes.Any(node => node.Level < 0))
        {
            output.WriteLine();
            output.WriteLine("comes from");
            Branches(diagram.Centre, "", entity => bases[entity].Where(edge => IsUp(edge.Base)).Select(edge => (edge.Base, edge)), levels,
                [diagram.Centre]);
        }

        if (diagram.Nodes.Any(node => node.Level > 0))
        {
            output.WriteLine();
            output.WriteLine("what came of it");
            Branches(diagram.Centre, "", entity => derivatives[entity].Where(edge => IsDown(edge.Derivative))
                .Select(edge => (edge.Derivative, edge)), levels, [diagram.Centre]);
        }
    }

    /// <summary>A name with its date.</summary>
    internal static string Label(Entity entity) => entity.Released is { } released ? $"{entity.Name} ({released})" : entity.Name;

    private void Branches(
        Entity entity, string indent, Func<Entity, IEnumerable<(Entity Other, DiagramEdge Edge)>> next,
        Dictionary<Entity, DiagramNode> nodes, HashSet<Entity> shown)
    {
        var branches = next(entity).OrderBy(branch => branch.Other.Released ?? new PartialDate(9999))
            .ThenBy(branch => branch.Other.Name, StringComparer.OrdinalIgnoreCase).ToList();
        for (var i = 0; i < branches.Count; i++)
        {
            var (other, edge) = branches[i];
            var isLast = i == branches.Count - 1;
            var isNew = shown.Add(other);
            var more = nodes[other].Hidden is > 0 and var hidden ? $", {hidden} more" : "";
            output.WriteLine(
                Cut($"{indent}{(isLast ? "└─ " : "├─ ")}{Label(other)}  {Relation(edge.Predicate)}{(isNew ? more : ", see above")}"));
            if (isNew)
                Branches(other, indent + (isLast ? "   " : "│  "), next, nodes, shown);
        }
    }

    private static string Relation(Predicate predicate) => predicate.Id switch
    {
        "fine_tuned_from" => "fine-tune",
        "merged_from" => "merge",
        "quantised_from" => "quantisation",
        "adapter_of" => "adapter",
        _ => "built on",
    };

    private string Cut(string line) => line.Length <= _columns ? line : string.Concat(line.AsSpan(0, _columns - 1), "…");
}
