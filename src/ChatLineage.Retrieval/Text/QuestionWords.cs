using System.Collections.Frozen;
using System.Text;

namespace ChatLineage.Retrieval.Text;

/// <summary>The words of a question that are worth a search, each quoted so that nothing in it is FTS5 syntax.</summary>
internal static class QuestionWords
{
    private const int MaxWords = 32;

    // Words that bear no meaning by themselves; short ones that name things («on», «it») are rare enough to lose.
    private static readonly FrozenSet<string> Stops = FrozenSet.ToFrozenSet(
        [
            "a", "about", "actually", "after", "all", "also", "am", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "can",
                "come", "could",
            "did", "do", "does", "else", "ever", "exactly", "for", "from", "get", "give", "had", "has", "have", "how", "i", "if", "in",
                "into", "is",
            "isn", "it", "its", "just", "know", "like", "many", "me", "much", "my", "no", "not", "now", "of", "on", "one", "or", "our",
                "out", "please", "really",
            "right", "s", "same", "say", "says", "should", "so", "some", "t", "tell", "than", "that", "the", "their", "them", "then",
                "there", "these",
            "they", "thing", "things", "this", "those", "to", "u", "up", "us", "was", "we", "were", "what", "whats", "when", "where",
                "which", "while",
            "who", "whose", "why", "will", "with", "would", "you", "your",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The words as FTS5 strings, each once, at most 32; all words where a question has nothing but stop words.</summary>
    /// <remarks>
    /// A word is what stands between spaces, without the signs around it: <c>GPT-3.5</c> stays together, which FTS5 reads as a
    /// phrase, so it finds that name and not every 5.
    /// </remarks>
    public static IReadOnlyList<string> Of(string text)
    {
        var words = Split(text);
        var telling = words.Where(word => !Stops.Contains(word)).ToList();
        return (telling.Count > 0 ? telling : words).Distinct(StringComparer.OrdinalIgnoreCase).Take(MaxWords).Select(Quote).ToList();
    }

    private static List<string> Split(string text)
    {
        var words = new List<string>();
        foreach (var piece in text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            foreach (var part in piece.Split(Apostrophes))
            {
                var word = part.AsSpan().Trim(Signs).ToString();
                if (word.Any(char.IsLetterOrDigit))
                    words.Add(word);
            }
        }

        return words;
    }

    // Inside an FTS5 string only the quotation mark means something, and it is doubled; a NUL would end the statement's text.
    private static string Quote(string word)
    {
        var quoted = new StringBuilder(word.Length + 2).Append('"');
        foreach (var sign in word)
        {
            if (sign == '"')
                quoted.Append("\"\"");
            else if (sign != '\0')
                quoted.Append(sign);
        }

        return quoted.Append('"').ToString();
    }

    private const string Signs = ".,;:!?()[]{}<>«»“”„\"`*_~|/\\+=^&%$#@-–—…\0";

    private static readonly char[] Apostrophes = ['\'', '’', '‘', '/', '|'];
}
