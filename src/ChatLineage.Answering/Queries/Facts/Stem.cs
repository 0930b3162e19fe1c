using System.Collections.Frozen;

namespace ChatLineage.Answering.Queries.Facts;

/// <summary>Compares words without their endings: «annotated» with «annotations», «upscaled» with «up-scaled».</summary>
internal static class Stem
{
    private static readonly FrozenDictionary<string, string> Irregular = "met meet built build wrote write written write came come began begin begun begin bought buy sold sell sent send kept keep held hold ran run grew grow grown grow won win lost lose drew draw drawn draw chose choose chosen choose paid pay spent spend taught teach led lead made make"
        .Split(' ').Chunk(2).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    private static readonly string[] Endings = ["ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ers", "ies", "ed", "er",
        "es", "s"];

    /// <summary>The word without its ending.</summary>
    public static string Of(string word)
    {
        if (Irregular.TryGetValue(word, out var plain))
            word = plain;
        foreach (var ending in Endings)
        {
            if (word.Length > ending.Length + (ending.Length < 3 ? 2 : 3) && word.EndsWith(ending, StringComparison.Ordinal))
                return word[..^ending.Length].TrimEnd('e');
        }

        return word.TrimEnd('e');
    }

    /// <summary>True when the text holds the word in any form, spaces and hyphens aside.</summary>
    public static bool Holds(string text, string word)
    {
        var stem = Of(word);
        if (stem.Length < 3)
            return false;
        return stem.Length < 5
            ? Understanding.Words.Tokenizer.Tokens(text).Any(token => Of(token.Text) == stem)
            : Compact(text).Contains(stem, StringComparison.Ordinal);
    }

    private static string Compact(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
