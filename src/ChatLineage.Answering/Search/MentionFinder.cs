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

    private readonly Dictionary<string, List<Entity>> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<int>> _lengthsByFirstWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Entity>>.AlternateLookup<ReadOnlySpan<char>> _names;
    private readonly Dictionary<string, SortedSet<int>>.AlternateLookup<ReadOnlySpan<char>> _lengths;

    public MentionFinder(KnowledgeBase knowledge)
    {
        _names = _byName.GetAlternateLookup<ReadOnlySpan<char>>();
        _lengths = _lengthsByFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var entity in knowledge.Entities)
        {
            Add(entity.Name, entity);
            foreach (var alias in entity.Aliases)
                Add(alias, entity);
        }
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
        if (word.IsEmpty || !_lengths.TryGetValue(word, out var lengths))
            return 0;
        foreach (var length in lengths.Reverse())
        {
            if (at + length > text.Length || !EndsAt(text, at + length) || !_names.TryGetValue(text.AsSpan(at, length), out var entities))
                continue;
            foreach (var entity in entities)
            {
                if (entity != subject && !found.Contains(entity))
                    found.Add(entity);
            }

            return length;
        }

        return 0;
    }

    private void Add(string name, Entity entity)
    {
        if (name.Length < MinNameLength || WordAt(name, 0) is not { Length: > 0 } word)
            return;
        if (!_byName.TryGetValue(name, out var entities))
            _byName[name] = entities = new List<Entity>(1);
        entities.Add(entity);
        if (!_lengths.TryGetValue(word, out var lengths))
            _lengthsByFirstWord[word.ToString()] = lengths = [];
        lengths.Add(name.Length);
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
