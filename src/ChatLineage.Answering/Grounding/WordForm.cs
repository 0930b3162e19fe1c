namespace ChatLineage.Answering.Grounding;

/// <summary>Whether two words are forms of one: <c>withdrawn</c> and <c>withdrew</c>, <c>joint</c> and <c>jointly</c>.</summary>
internal static class WordForm
{
    private const int ShortStem = 4;
    private const int LongStem = 5;
    private const int LongestEnding = 6;

    private static readonly string[] Endings = ["", "s", "es", "ed", "d", "ing", "ly", "y", "e", "er", "ers", "n", "en", "t", "al", "ion"];

    public static bool Same(string left, string right)
    {
        if (left == right)
            return true;
        var common = 0;
        while (common < left.Length && common < right.Length && left[common] == right[common])
            common++;
        if (common >= LongStem && left.Length - common <= LongestEnding && right.Length - common <= LongestEnding)
            return !char.IsDigit(left[^1]) && !char.IsDigit(right[^1]);
        return common >= ShortStem - 1 && Endings.Contains(left[common..]) && Endings.Contains(right[common..]);
    }
}
