using System.Collections.Frozen;
using System.Collections.Immutable;
using ChatLineage.Answering.Understanding.Shape;
using ChatLineage.Answering.Understanding.Words;
using ChatLineage.Knowledge.Claims;

namespace ChatLineage.Answering.Understanding;

/// <summary>The words by which questions ask for things: phrases, each with what it asks for.</summary>
/// <remarks>Built once from <see cref="LexiconText"/>; immutable.</remarks>
internal static class Lexicon
{
    private static readonly FrozenDictionary<string, ImmutableArray<(string[] Words, Cue Cue)>> ByFirstWord = Read();
    private static readonly FrozenSet<string> Words = ByFirstWord.Values.SelectMany(entries => entries).SelectMany(entry => entry.Words)
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The longest phrase that starts at a place of a sequence of words; null when none does.</summary>
    /// <param name="words">The words of a question; null where an entity is named.</param>
    /// <param name="at">The place.</param>
    public static (Cue Cue, int Length)? Match(IReadOnlyList<string?> words, int at)
    {
        if (words[at] is not { } first || !ByFirstWord.TryGetValue(first, out var entries))
            return null;
        foreach (var (phrase, cue) in entries)
        {
            if (Matches(words, at, phrase))
                return (cue, phrase.Length);
        }

        return null;
    }

    /// <summary>True for a word that occurs in some phrase.</summary>
    public static bool Knows(string word) => Words.Contains(word);

    private static bool Matches(IReadOnlyList<string?> words, int at, string[] phrase)
    {
        if (at + phrase.Length > words.Count)
            return false;
        for (var i = 1; i < phrase.Length; i++)
        {
            if (words[at + i] != phrase[i])
                return false;
        }

        return true;
    }

    private static FrozenDictionary<string, ImmutableArray<(string[] Words, Cue Cue)>> Read()
    {
        var entries = new List<(string[] Words, Cue Cue)>();
        foreach (var line in LexiconText.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split(':', 2, StringSplitOptions.TrimEntries);
            var cue = ReadCue(parts[0].Split(' ', StringSplitOptions.RemoveEmptyEntries));
            foreach (var phrase in parts[1].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                entries.Add(([.. Tokenizer.Tokens(phrase).Select(token => token.Text)], cue));
        }

        return entries.GroupBy(entry => entry.Words[0]).ToFrozenDictionary(
            group => group.Key, group => group.OrderByDescending(entry => entry.Words.Length).ToImmutableArray(), StringComparer.Ordinal);
    }

    private static Cue ReadCue(string[] head)
    {
        if (head.Length == 1)
            return new Cue(Enum.Parse<Topic>(head[0]), [], Orientation.SubjectFirst);
        var predicates = head[0] == "derivation"
            ? Predicates.All.Where(predicate => predicate.Role == LineageRole.Derivation)
            : head[0].Split(',').Select(id => Predicates.Find(id)
                ?? throw new InvalidOperationException($"The lexicon names '{id}', which is no predicate."));
        return new Cue(Topic.Relation, [.. predicates], Enum.Parse<Orientation>(head[1]));
    }
}
