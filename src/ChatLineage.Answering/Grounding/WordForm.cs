using System.Collections.Frozen;

namespace ChatLineage.Answering.Grounding;

/// <summary>Whether two words are forms of one: <c>withdrawn</c> and <c>withdrew</c>, <c>joint</c> and <c>jointly</c>.</summary>
internal static class WordForm
{
    private const int ShortStem = 4;
    private const int LongStem = 5;
    private const int LongestEnding = 6;

    private static readonly string[] Endings = ["", "s", "es", "ed", "d", "ing", "ly", "y", "e", "er", "ers", "n", "en", "t", "al", "ion"];

    // Irregular forms, and pairs that mean the same wherever this field uses them.
    private static readonly FrozenDictionary<string, int> Groups = new[]
    {
        "start starts started begin begins began begun", "take takes took taken", "give gives gave given", "write writes wrote written",
        "make makes made", "build builds built", "find finds found", "keep keeps kept", "run runs ran", "sell sells sold selling",
            "pay pays paid",
        "say says said", "buy buys bought acquire acquired", "lead leads led", "hold holds held", "show shows showed shown",
            "see sees saw seen",
    }.SelectMany((group, index) => group.Split(' ').Select(word => (word, index)))
        .ToFrozenDictionary(pair => pair.word, pair => pair.index, StringComparer.Ordinal);

    public static bool Same(string left, string right)
    {
        if (left == right || (Groups.TryGetValue(left, out var one) && Groups.TryGetValue(right, out var other) && one == other))
            return true;
        var common = 0;
        while (common < left.Length && common < right.Length && left[common] == right[common])
            common++;
        if (common >= LongStem && left.Length - common <= LongestEnding && right.Length - common <= LongestEnding)
            return !char.IsDigit(left[^1]) && !char.IsDigit(right[^1]);
        return common >= ShortStem - 1 && Endings.Contains(left[common..]) && Endings.Contains(right[common..]);
    }
}
