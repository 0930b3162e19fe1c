using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ChatLineage.Answering.Understanding;

/// <summary>Cuts a text that asks several things into its questions: «who made X and on what was it trained».</summary>
/// <remarks>Pure. A part that asks nothing by itself («X, who made it») stays with the part behind it.</remarks>
internal static partial class QuestionParts
{
    private const int Most = 3;

    /// <summary>The questions, in order; one for a text that asks one thing.</summary>
    public static ImmutableArray<string> Of(string text)
    {
        var parts = ImmutableArray.CreateBuilder<string>();
        var start = 0;
        foreach (Match joint in Joint().Matches(text))
        {
            var before = text[start..joint.Index];
            var isPhrase = joint.Value.Contains("and", StringComparison.OrdinalIgnoreCase) && before.Count(char.IsWhiteSpace) > 1;
            if (!(Asks().IsMatch(before) || isPhrase || Judged().IsMatch(before)) || parts.Count == Most - 1)
                continue;
            parts.Add(before.Trim());
            start = joint.Index + joint.Length;
        }

        parts.Add(text[start..].Trim());
        return parts.DrainToImmutable();
    }

    // A comma, a full stop or an «and» before a word that starts a question.
    [GeneratedRegex(@"(?:\s*[,;?&—]+\s*|\s+-\s+|\s+)(?:(?<=[,;?&—-]\s*)|(?:and|n|plus|then)\s+)(?:and\s+|then\s+|also\s+|so\s+)?(?=(?:who|whos|whose|what|whats|which|when|where|how|why|(?:on|from|by|under|in)\s+(?:what|which|whom))\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Joint();

    // «X is by Y, true?» is a question though no word of it asks.
    [GeneratedRegex(@",\s*(?:true|right|correct)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Judged();

    [GeneratedRegex(@"\b(?:who|whos|whose|whom|what|whats|which|when|where|how|why)\b|^\s*(?:is|are|was|were|does|do|did|can|could|may|has|have)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Asks();
}
