using System.Text;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Lineage;

namespace ChatLineage.Cli.Terminal;

/// <summary>Draws what something comes from and what was directly made out of it.</summary>
internal static class LineageTree
{
    private const int MaxDepth = 6;
    private const int MaxChildren = 12;

    /// <summary>The tree of an entity; null when the notes have none by that name.</summary>
    /// <param name="notes">The notes.</param>
    /// <param name="name">A name, an alias or an id, without regard to case.</param>
    public static string? Draw(KnowledgeBase notes, string name)
    {
        if (Find(notes, name) is not { } entity)
            return null;
        var text = new StringBuilder(entity.Name).Append('\n');
        text.Append("  comes from\n");
        Ancestors(text, notes.Graph, entity, "    ", 1, [entity]);
        text.Append("  was made into\n");
        List(text, notes.Graph.Derivatives(entity), "    ");
        return text.ToString().TrimEnd();
    }

    private static Entity? Find(KnowledgeBase notes, string name) =>
        notes.FindEntity(name.ToLowerInvariant())
        ?? notes.Entities.FirstOrDefault(entity => Same(entity.Name, name))
        ?? notes.Entities.FirstOrDefault(entity => entity.Aliases.Any(alias => Same(alias, name)));

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static void Ancestors(StringBuilder text, LineageGraph graph, Entity entity, string indent, int depth, HashSet<Entity> seen)
    {
        var bases = graph.Bases(entity);
        if (bases.IsEmpty && depth == 1)
            text.Append(indent).Append("nothing recorded\n");
        foreach (var step in bases)
        {
            text.Append(indent).Append(Line(step, step.Claims[0].Predicate.Phrase)).Append('\n');
            if (depth < MaxDepth && seen.Add(step.Entity))
                Ancestors(text, graph, step.Entity, indent + "  ", depth + 1, seen);
        }
    }

    private static void List(StringBuilder text, IReadOnlyCollection<LineageStep> steps, string indent)
    {
        if (steps.Count == 0)
            text.Append(indent).Append("nothing recorded\n");
        foreach (var step in steps.Take(MaxChildren))
            text.Append(indent).Append(Line(step, step.Claims[0].Predicate.Inverse)).Append('\n');
        if (steps.Count > MaxChildren)
            text.Append(indent).Append("and ").Append(steps.Count - MaxChildren).Append(" more\n");
    }

    private static string Line(LineageStep step, string phrase) => $"{phrase} {step.Entity.Name}";
}
