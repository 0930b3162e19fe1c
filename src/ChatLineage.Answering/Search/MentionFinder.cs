using System.Collections.Immutable;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Search;

/// <summary>Finds the entities that a sentence of the notes names, spelt as the notes spell them.</summary>
/// <remarks>
/// For text that maintainers wrote, where the spelling can be relied on; questions need the linker of Understanding. Names of fewer
/// than three letters are left out, since they are mostly words.
/// </remarks>
internal sealed class MentionFinder
{
    private const int MinNameLength = 3;

    private readonly Dictionary<string, List<(string Name, Entity Entity)>> _byFirstWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Name, Entity Entity)>>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public MentionFinder(KnowledgeBase knowledge)
    {
        foreach (var entity in knowledge.Entities)
        {
            foreach (var name in entity.Aliases.Prepend(entity.Name))
                Add(name, entity);
        }

        foreach (var names in _byFirstWord.Values)
            names.Sort((left, right) => right.Name.Length.CompareTo(left.Name.Length));
        _lookup = _byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The entities that the text names, each once, in the order of the text and without the subject.</summary>
    /// <remarks>The longest name wins: «Llama 2» names no «Llama». A name that several entities share names all of them.</remarks>
    public ImmutableArray<Entity> In(string text, Entity? subject)
    {
        var found = ImmutableArray.CreateBuilder<Entity>();
        for (var at = 0; at < text.Length;)
        {
            var word = WordAt(text, at);
            at += Match(text, at, word, subject, found) is > 0 and var matched ? matched : Math.Max(word.Length, 1);
        }

        return found.Count == 0 ? [] : found.DrainToImmutable();
    }

    private int Match(string text, int at, ReadOnlySpan<char> word, Entity? subject, ImmutableArray<Entity>.Builder found)
    {
        var length = 0;
        if (word.IsEmpty || !_lookup.TryGetValue(word, out var names))
            return length;
        foreach (var (name, entity) in names)
        {
            if (name.Length < length)
                break;
            if (string.CompareOrdinal(text, at, name, 0, name.Length) != 0 || !EndsAt(text, at + name.Length))
                continue;
            length = name.Length;
            if (entity != subject && !found.Contains(entity))
                found.Add(entity);
        }

        return length;
    }

    private void Add(string name, Entity entity)
    {
        if (name.Length < MinNameLength || WordAt(name, 0) is not { Length: > 0 } word)
            return;
        var first = word.ToString();
        if (!_byFirstWord.TryGetValue(first, out var names))
            _byFirstWord[first] = names = new List<(string, Entity)>(1);
        names.Add((name, entity));
    }

    private static ReadOnlySpan<char> WordAt(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
            end++;
        return text.AsSpan(at, end - at);
    }

    private static bool EndsAt(string text, int at) => at == text.Length || !char.IsLetterOrDigit(text[at]);
}
