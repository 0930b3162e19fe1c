using System.CommandLine;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Naming;

namespace ChatLineage.Cli.Commands.Knowledge;

/// <summary>The argument that names an entity, by id, name or alias, shared by the commands about one entity.</summary>
internal static class EntityArgument
{
    public static Argument<string> Create() => new("entity") { Description = "An id, a name or an alias, such as stablevicuna or \"Llama 2\"." };

    /// <summary>Finds the entity that a text names.</summary>
    /// <exception cref="CommandException">There is none, or more than one.</exception>
    public static Entity Find(KnowledgeBase knowledge, string text)
    {
        var found = EntityNames.Find(knowledge, text);
        if (found is [var entity])
            return entity;
        throw new CommandException(found.IsEmpty ? NotFound(knowledge, text) : Ambiguous(text, found));
    }

    private static string NotFound(KnowledgeBase knowledge, string text)
    {
        var near = EntityNames.Suggest(knowledge, text);
        return near.IsEmpty
            ? $"No note is named '{text}'. Try an id such as stablevicuna, or add the note with: chatlineage knowledge new model \"{text}\""
            : $"No note is named '{text}'. Did you mean {string.Join(", or ", near.Select(entity => $"{entity.Name} ({entity.Id})"))}?";
    }

    private static string Ambiguous(string text, IEnumerable<Entity> found) =>
        $"'{text}' names more than one entity. Say which by its id: {string.Join(", ", found.Select(entity => $"{entity.Id} ({entity.Kind.Word()})"))}.";
}
