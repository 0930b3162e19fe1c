using System.Collections.Immutable;
using ChatLineage.Answering.Understanding.Words;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Understanding.Names;

/// <summary>Finds entities by every form of their names, exactly or nearly.</summary>
/// <remarks>Immutable once built; safe from any number of threads.</remarks>
internal sealed class NameIndex
{
    private const int MinFuzzyLength = 6;
    private const int MinFuzzyLengthWithDigits = 5;
    private const int LongLength = 9;
    private const int ShortForm = 3;

    private readonly Dictionary<string, ImmutableArray<NameEntry>> _byKey;
    private readonly Lazy<Dictionary<(char First, int Length), List<string>>> _buckets;

    public NameIndex(KnowledgeBase knowledge)
    {
        var entries = new Dictionary<string, List<NameEntry>>(StringComparer.Ordinal);
        var brands = knowledge.Entities.Where(entity => entity.Kind == EntityKind.Organisation)
            .SelectMany(entity => entity.Aliases.Prepend(entity.Name)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in knowledge.Entities.SelectMany(entity => NameForms.Of(entity, brands)))
        {
            var key = Tokenizer.Key(entry.Spelling);
            if (key.Length < 2 || (entry.Rank > 2 && EverydayWords.Contains(key)))
                continue;
            if (!entries.TryGetValue(key, out var same))
                entries[key] = same = new List<NameEntry>(1);
            if (!same.Exists(each => each.Entity == entry.Entity))
                same.Add(entry);
            LongestKey = Math.Max(LongestKey, key.Length);
        }

        // «Emad» is one person; «Robin» or «Dan» could be anybody.
        foreach (var (key, same) in entries.Where(pair => pair.Value.Exists(entry => entry.Rank == NameForms.PartOfName)).ToList())
        {
            if (same.Count > 1 && same.RemoveAll(entry => entry.Rank == NameForms.PartOfName) > 0 && same.Count == 0)
                entries.Remove(key);
        }

        foreach (var (key, same) in entries.Where(pair => pair.Value.Exists(entry => entry.Rank == NameForms.Stretch)).ToList())
        {
            if (same.Count > 1 && same.RemoveAll(entry => entry.Rank == NameForms.Stretch) > 0 && same.Count == 0)
                entries.Remove(key);
        }

        foreach (var same in entries.Values.Where(same => same.Exists(entry => entry.Rank < NameForms.FamilyOfVersions)))
            same.RemoveAll(entry => entry.Rank == NameForms.FamilyOfVersions);

        AddFirstVersions(entries);
        AddWithoutBase(entries);

        // «Llama 2 70B» is a size of Llama 2, and not somebody's model with that in its name.
        foreach (var (key, same) in entries.Where(pair => pair.Key[^1] is 'b' or 'm'
            && pair.Value.TrueForAll(entry => entry.Rank == ShortForm)).ToList())
        {
            var bare = key.TrimEnd('b', 'm').TrimEnd('.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
            var size = key[bare.Length..];
            for (var digits = 0; digits <= 1 && size.Length > 2; digits++)
            {
                if (entries.TryGetValue(key[..(bare.Length + digits)], out var family)
                    && family.Exists(entry => entry.Rank < 2 && !same.Exists(each => each.Entity == entry.Entity)))
                    entries.Remove(key);
            }
        }

        int Weight(Entity entity) => knowledge.ClaimsFrom(entity).Length + knowledge.ClaimsTo(entity).Length;
        _byKey = entries.ToDictionary(
            pair => pair.Key,
            pair => pair.Value.Count == 1 ? [pair.Value[0]] : pair.Value.OrderBy(entry => entry.Rank)
                .ThenByDescending(entry => Weight(entry.Entity)).ToImmutableArray(),
            StringComparer.Ordinal);
        _buckets = new(Buckets);
    }

    /// <summary>The length of the longest key, in characters.</summary>
    public int LongestKey { get; }

    /// <summary>The entities of a name, the best first; empty when none has it.</summary>
    public ImmutableArray<NameEntry> Find(string key) => _byKey.GetValueOrDefault(key, []);

    /// <summary>The one other thing of the same kind whose name goes on where a key ends; null when none or several do.</summary>
    public Entity? Continuing(string key, Entity entity)
    {
        var found = _byKey.Where(pair => pair.Key.Length > key.Length && pair.Key.StartsWith(key, StringComparison.Ordinal))
            .SelectMany(pair => pair.Value).Where(entry => entry.Rank < 2 && entry.Entity != entity && entry.Entity.Kind == entity.Kind)
            .Select(entry => entry.Entity).Distinct().Take(2).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>
    /// The entities of the one name that is nearest to a misspelt key: one edit away, two for long names; the digits must be the
    /// same, so that a typo never turns one version into another. Empty when no name, or more than one, is that near.
    /// </summary>
    public ImmutableArray<NameEntry> FindNear(string key)
    {
        var shortest = key.Any(char.IsAsciiDigit) ? MinFuzzyLengthWithDigits : MinFuzzyLength;
        if (key.Length < shortest || char.IsAsciiDigit(key[0]))
            return [];
        var allowed = key.Length >= LongLength ? 2 : 1;
        string? nearest = null;
        var distance = allowed + 1;
        var tie = false;
        for (var length = key.Length - allowed; length <= key.Length + allowed; length++)
        {
            foreach (var candidate in _buckets.Value.GetValueOrDefault((key[0], length)) ?? [])
            {
                if (!SameDigits(key, candidate))
                    continue;
                var edits = EditDistance.Between(key, candidate, allowed);
                if (edits > distance || edits > allowed)
                    continue;
                tie = edits == distance && nearest is not null && _byKey[nearest][0].Entity != _byKey[candidate][0].Entity;
                nearest = edits < distance || nearest is null ? candidate : nearest;
                distance = edits;
            }
        }

        return nearest is null || tie ? [] : _byKey[nearest];
    }

    // «sailor 1» is Sailor where there is a Sailor2 and nothing else is called so.
    private static void AddFirstVersions(Dictionary<string, List<NameEntry>> entries)
    {
        foreach (var (key, same) in entries.Where(pair => char.IsLetter(pair.Key[^1]) && pair.Value[0] is { Rank: 0 } named
            && named.Entity.Kind.IsArtefact()).ToList())
        {
            var first = same[0].Entity;
            if (!(new[] { key + "2", key + "v2", key + "3" }).Any(next => entries.TryGetValue(next, out var later)
                && later.Exists(entry => entry.Rank <= 2 && entry.Entity.Kind == first.Kind && entry.Entity != first)))
                continue;
            foreach (var number in new[] { key + "1", key + "v1" })
                entries.TryAdd(number, [new NameEntry(first, ShortForm, first.Name)]);
        }
    }

    // «Reflection Llama-3.1 70B» is called by its own word and its size: the model that it is made from may be left out.
    private static void AddWithoutBase(Dictionary<string, List<NameEntry>> entries)
    {
        foreach (var entry in entries.Values.SelectMany(same => same).Where(entry => entry.Rank < 2 && entry.Entity.Kind == EntityKind.Model
            && entry.Spelling[^1] is 'B' or 'b').ToList())
        {
            var parts = entry.Spelling.Split(' ', '-');
            if (parts.Length < 3 || parts[0].Length < 4 || !parts[0].All(char.IsLetter) || !char.IsAsciiDigit(parts[^1][0]))
                continue;
            var middle = Tokenizer.Key(string.Join(' ', parts[1..^1]));
            if (entries.TryGetValue(middle, out var bases) && bases.Exists(other => other.Rank < 2 && other.Entity.Kind == EntityKind.Model))
                entries.TryAdd(Tokenizer.Key(parts[0] + parts[^1]), [new NameEntry(entry.Entity, ShortForm, entry.Spelling)]);
        }
    }

    private Dictionary<(char First, int Length), List<string>> Buckets()
    {
        var buckets = new Dictionary<(char, int), List<string>>();
        foreach (var key in _byKey.Keys)
        {
            if (key.Length < MinFuzzyLengthWithDigits - 1 || _byKey[key][0].Rank >= NameForms.PartOfName)
                continue;
            if (!buckets.TryGetValue((key[0], key.Length), out var bucket))
                buckets[(key[0], key.Length)] = bucket = [];
            bucket.Add(key);
        }

        return buckets;
    }

    private static bool SameDigits(string left, string right)
    {
        var i = 0;
        var j = 0;
        while (true)
        {
            while (i < left.Length && char.IsLetter(left[i]))
                i++;
            while (j < right.Length && char.IsLetter(right[j]))
                j++;
            if (i == left.Length || j == right.Length)
                return i == left.Length && j == right.Length;
            if (left[i++] != right[j++])
                return false;
        }
    }
}
