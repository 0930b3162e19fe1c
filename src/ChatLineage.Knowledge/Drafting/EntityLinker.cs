using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Knowledge.Drafting;

/// <summary>Finds the entities that names on cards mean: <c>meta-llama/Llama-2-7b-hf</c> is a member of Llama 2.</summary>
internal sealed partial class EntityLinker
{
    private const int ShortestKey = 3;

    private readonly ILookup<string, Entity> _byKey;

    public EntityLinker(KnowledgeBase knowledge) =>
        _byKey = knowledge.Entities
            .SelectMany(
                entity => entity.Aliases.Append(entity.Name).Append(entity.Id).Select(name => (Key: Key(name), Entity: entity)).Distinct())
            .ToLookup(pair => pair.Key, pair => pair.Entity, StringComparer.Ordinal);

    /// <summary>Links a name.</summary>
    /// <param name="name">A name, or <c>owner/name</c>.</param>
    /// <param name="kinds">The kinds that it can be.</param>
    public Link Find(string name, params ReadOnlySpan<EntityKind> kinds)
    {
        var tokens = name[(name.LastIndexOf('/') + 1)..].Split(['-', '_', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (Of(Key(string.Concat(tokens)), kinds) is [var exact])
            return new Link(exact, IsExact: true);
        var sizeless = tokens.Where(token => !Size().IsMatch(token)).Select(token => Version().Replace(token, "$1")).ToArray();
        return Beginning(sizeless, kinds) ?? Beginning(tokens, kinds) ?? new Link(null, false);
    }

    private Link? Beginning(string[] tokens, ReadOnlySpan<EntityKind> kinds)
    {
        for (var kept = tokens.Length; kept > 0; kept--)
        {
            var key = Key(string.Concat(tokens[..kept]));
            if (key.Length >= ShortestKey && Of(key, kinds) is [var entity])
                return new Link(entity, IsExact: false);
        }

        return null;
    }

    /// <summary>Links a licence by the hub's identifier or by its name.</summary>
    public Link Licence(string identifier)
    {
        var key = Key(identifier);
        foreach (var candidate in new[] { key, "licence" + key, key.EndsWith('0') ? "licence" + key[..^1] : key })
        {
            if (Of(candidate, [EntityKind.Licence]) is [var licence])
                return new Link(licence, true);
        }

        return new Link(null, false);
    }

    private ImmutableArray<Entity> Of(string key, ReadOnlySpan<EntityKind> kinds)
    {
        var found = ImmutableArray.CreateBuilder<Entity>();
        foreach (var entity in _byKey[key])
        {
            if (kinds.Contains(entity.Kind))
                found.Add(entity);
        }

        return found.DrainToImmutable();
    }

    private static string Key(string name) => string.Concat(name.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit));

    [GeneratedRegex(@"^\d+(\.\d+)?[bmk]$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Size();

    [GeneratedRegex(@"^v(\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Version();
}
