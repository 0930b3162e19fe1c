using System.Collections.Immutable;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Knowledge.Naming;

/// <summary>Finds entities by what people type: an id, a name or an alias.</summary>
public static class EntityNames
{
    /// <summary>Finds the entities that a text names.</summary>
    /// <param name="knowledge">Where to look.</param>
    /// <param name="text">An id, a name or an alias; case does not count.</param>
    /// <returns>
    /// One entity for an id. Otherwise all entities with that name or, when there is none, with that alias: more than one when
    /// the text is ambiguous, none when nothing has it.
    /// </returns>
    public static ImmutableArray<Entity> Find(KnowledgeBase knowledge, string text)
    {
        var wanted = text.Trim();
        if (knowledge.FindEntity(wanted) is { } exact)
            return [exact];
        bool Same(string name) => string.Equals(name, wanted, StringComparison.OrdinalIgnoreCase);
        foreach (var has in new Func<Entity, bool>[] { entity => Same(entity.Id), entity => Same(entity.Name),
            entity => entity.Aliases.Any(Same) })
        {
            ImmutableArray<Entity> found = [.. knowledge.Entities.Where(has)];
            if (!found.IsEmpty)
                return found;
        }

        return [];
    }

    /// <summary>Entities with a name near to a text that names nothing, nearest first, at most three.</summary>
    public static ImmutableArray<Entity> Suggest(KnowledgeBase knowledge, string text)
    {
        var names = knowledge.Entities.SelectMany(entity => entity.Aliases.Prepend(entity.Name).Prepend(entity.Id));
        return [.. Spelling.Nearest(text.Trim(), names).SelectMany(name => Find(knowledge, name)).Distinct().Take(3)];
    }
}
