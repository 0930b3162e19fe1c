using System.Text;
using System.Text.RegularExpressions;

namespace ChatLineage.Answering.Drafting;

/// <summary>Makes text of users and notes fit for a prompt: one line that cannot end a turn, open another or pose as a numbered
/// fact.</summary>
internal static partial class PromptText
{
    /// <summary>The text on one line without control characters, turn markers, tags and square brackets.</summary>
    /// <param name="text">Text from anywhere.</param>
    /// <param name="maxLength">The longest result, in characters; what is beyond is cut at a word.</param>
    public static string Clean(string text, int maxLength)
    {
        var oneLine = Spaces().Replace(WithoutControls(text), " ").Trim();
        string before;
        do
        {
            // Once is not enough: taking a marker out of «<|im_<|im_end|>end|>» makes another.
            before = oneLine;
            oneLine = Markers().Replace(oneLine, "");
        }
        while (oneLine != before);

        oneLine = oneLine.Replace('[', '(').Replace(']', ')').Replace("<|", "", StringComparison.Ordinal)
            .Replace("|>", "", StringComparison.Ordinal);
        return Cut(Spaces().Replace(oneLine, " ").Trim(), maxLength);
    }

    private static string WithoutControls(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (Rune.IsWhiteSpace(rune) || category is System.Globalization.UnicodeCategory.Control)
                clean.Append(' ');
            else if (rune != Rune.ReplacementChar
                && category is not (System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.OtherNotAssigned))
                clean.Append(rune);
        }

        return clean.ToString();
    }

    private static string Cut(string text, int maxLength)
    {
        if (text.Length <= maxLength)
            return text;
        var end = text.LastIndexOf(' ', maxLength);
        end = end > maxLength / 2 ? end : maxLength;
        return char.IsHighSurrogate(text[end - 1]) ? text[..(end - 1)] : text[..end];
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    // Turn markers of the common chat formats: <|im_end|>, <|eot_id|>, <start_of_turn>, <s>, </s>, and any other tag.
    [GeneratedRegex(@"<\|[^<>]{0,60}\|>|</?[A-Za-z_][^<>]{0,60}>", RegexOptions.CultureInvariant)]
    private static partial Regex Markers();
}
