using System.Collections.Frozen;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Answering.Understanding.Words;

namespace ChatLineage.Answering.Queries.Happenings;

/// <summary>Words that people use for one and the same sort of event: «quit», «resigned» and «steps down».</summary>
internal static class HappeningWords
{
    private static readonly FrozenDictionary<string, string> Sorts = Read("""
        quit quits leave leaves leaving left resign resigns resigned resignation step steps stepped depart departs departed departure exit exits
        buy buys bought acquire acquires acquired acquisition purchase purchased takeover
        shut shuts shutdown close closes closed closing closure end ends ended ending die died dies wind winds wound dead conclude concludes concluded retire retired archived maintenance sunset
        join joins joined joining
        rename renames renamed renaming rebrand rebranded
        relicense relicensed relicensing clause branding adopts
        takedown offline withdrawn withdrew withdraws withdraw remove removed removes removal delete deleted deletes pulled taken vanish vanished vanishes disappear disappeared gone nuked
        leak leaks leaked torrent 4chan
        fuss row dispute controversy drama complaint accused beef outrage
        sue sued sues lawsuit court ruling judgment settlement trial v
        decline declines declined turned refuse refuses refused reject rejected rejects unhappy
        move moves moved moving transfer transferred switch switched switches
        veto vetoed vetoes
        lose loses loss lost shock crash crashed wiped drop
        """);

    private static readonly (string First, string Second, string Sort)[] Phrases =
        [("say", "no", "decline"), ("said", "no", "decline"), ("says", "no", "decline"), ("turn", "down", "decline"), ("turned", "down", "decline"),
            ("go", "under", "shut"), ("went", "under", "shut"), ("walk", "away", "quit"), ("walked", "away", "quit"), ("walked", "out", "quit")];

    /// <summary>The sorts of events that two plain words side by side stand for: «say no» is to decline.</summary>
    public static IEnumerable<string> SortsOfPhrases(IReadOnlyList<string?> words) =>
        from phrase in Phrases
        from at in Enumerable.Range(0, Math.Max(0, words.Count - 1))
        where words[at] == phrase.First && words[at + 1] == phrase.Second
        select phrase.Sort;

    private static readonly FrozenSet<string> OfReleases =
        FrozenSet.ToFrozenSet(["release", "released", "releases", "launch", "launched", "launches", "announced", "come", "came", "out",
            "open", "founded", "found", "founding", "founder", "founders", "started", "start", "created", "made", "built", "model",
                "models", "project", "weights"], StringComparer.Ordinal);

    /// <summary>The sort of event that a word stands for, else its stem; null for words that every release is told with.</summary>
    public static string? SortOf(string word) => OfReleases.Contains(word) ? null : Sorts.GetValueOrDefault(word) ?? Stem.Of(word);

    /// <summary>True where an event's name says all that the words say: they ask about the event and about nothing that follows from
    /// it.</summary>
    public static bool AreNamedBy(Knowledge.Entities.Entity happening, IEnumerable<string> words)
    {
        var named = happening.Aliases.Prepend(happening.Name).SelectMany(name => Tokenizer.Tokens(name))
            .Select(token => SortOf(token.Text)).ToHashSet(StringComparer.Ordinal);
        return words.Where(word => !OfReleases.Contains(word)).All(word => named.Contains(SortOf(word)));
    }

    private static FrozenDictionary<string, string> Read(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(' '))
            .SelectMany(words => words.Select(word => KeyValuePair.Create(word, words[0])))
            .ToFrozenDictionary(StringComparer.Ordinal);
}
