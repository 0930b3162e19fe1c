using System.Collections.Immutable;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Naming;

namespace ChatLineage.Chat.Notes;

/// <summary>Completes names of entities while they are typed.</summary>
/// <remarks>Immutable and safe to use from several threads at once.</remarks>
internal sealed class NameSuggestions
{
    private readonly ImmutableArray<Entry> _entries;

    /// <summary>Prepares the names of a snapshot.</summary>
    public NameSuggestions(KnowledgeBase knowledge) => _entries =
    [
        .. knowledge.Entities
            .Where(entity => entity.Kind != EntityKind.Licence)
            .Select(entity => new Entry(entity.Name, [.. entity.Aliases.Prepend(entity.Name).Select(Key).Distinct()], Claims(knowledge, entity)))
            .OrderByDescending(entry => entry.Claims).ThenBy(entry => entry.Name, StringComparer.Ordinal),
    ];

    /// <summary>The names that fit, the likeliest first: those that begin so, then those with a word that does, then those that contain it.</summary>
    /// <param name="typed">What is typed; empty for the entities with the most claims.</param>
    /// <param name="maxCount">How many at most.</param>
    public ImmutableArray<string> For(string typed, int maxCount)
    {
        var key = Key(typed);
        return
        [
            .. _entries
                .Select((entry, place) => (entry.Name, Fit: entry.Fit(key), Place: place))
                .Where(each => each.Fit > 0)
                .OrderByDescending(each => each.Fit).ThenBy(each => each.Place)
                .Select(each => each.Name)
                .Distinct()
                .Take(maxCount),
        ];
    }

    private static int Claims(KnowledgeBase knowledge, Entity entity) => knowledge.ClaimsFrom(entity).Length + knowledge.ClaimsTo(entity).Length;

    // Words of lower-case letters and digits; every other sign parts words.
    private static string Key(string name) => string.Join(
        ' ',
        new string([.. PlainLetters.Fold(name).ToLowerInvariant().Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private sealed record Entry(string Name, ImmutableArray<string> Keys, int Claims)
    {
        public int Fit(string key) => key.Length == 0 ? 1 : Keys.Max(own => Fit(own, key));

        private static int Fit(string own, string key)
        {
            if (own == key)
                return 4;
            if (own.StartsWith(key, StringComparison.Ordinal))
                return 3;
            return own.Contains(' ' + key, StringComparison.Ordinal) ? 2 : Squeezed(own).Contains(Squeezed(key), StringComparison.Ordinal) ? 1 : 0;
        }

        private static string Squeezed(string key) => key.Replace(" ", "", StringComparison.Ordinal);
    }
}
