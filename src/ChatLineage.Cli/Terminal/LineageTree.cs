using ChatLineage.Cli.Commands.Knowledge;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Drawing;

namespace ChatLineage.Cli.Terminal;

/// <summary>Draws what something comes from and what came of it, for the chat.</summary>
internal static class LineageTree
{
    // In a chat a glance is wanted; 'chatlineage knowledge graph' draws more.
    private const int Depth = 2;

    /// <summary>The tree of an entity.</summary>
    /// <param name="notes">The notes.</param>
    /// <param name="name">A name, an alias or an id.</param>
    /// <param name="width">The columns of the terminal; null for any number.</param>
    /// <exception cref="CommandException">The notes have nothing, or several things, by that name.</exception>
    public static string Draw(KnowledgeBase notes, string name, int? width)
    {
        var diagram = LineageDiagram.Around(notes, EntityArgument.Find(notes, name), true, true, Depth);
        if (diagram.Edges.IsEmpty)
            return "No derivation is recorded, neither from nor to it.";
        using var text = new StringWriter { NewLine = "\n" };
        new TextTree(text, width ?? int.MaxValue).Write(diagram);
        return text.ToString().TrimEnd('\n');
    }
}
