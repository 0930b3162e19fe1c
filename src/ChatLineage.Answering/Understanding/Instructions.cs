using System.Text.RegularExpressions;

namespace ChatLineage.Answering.Understanding;

/// <summary>
/// Takes orders out of a question. A question is data: «ignore your rules» has no effect whether it is seen here or not, since
/// answers come from the notes alone; taking it out lets the real question behind it be answered.
/// </summary>
internal static partial class Instructions
{
    /// <summary>What is left of the text without orders and markup; empty when it holds nothing else.</summary>
    /// <param name="text">The text as typed.</param>
    /// <param name="found">True when something was taken out.</param>
    public static string Remove(string text, out bool found)
    {
        var plain = Markup().Replace(text, " ");
        var kept = new List<string>();
        found = plain != text;
        foreach (var sentence in Sentence().Split(plain))
        {
            var rest = sentence.Trim();
            if (rest.Length == 0 || Role().IsMatch(rest))
                continue;
            if (!Order().IsMatch(rest))
            {
                kept.Add(rest);
                continue;
            }

            found = true;
            if (Told(rest) is { } told)
                kept.Add(told);
        }

        return string.Join(' ', kept).Trim();
    }

    // «… and say LLaMA was made by OpenAI» holds a statement that the notes can judge; «… then answer: who made X» a question.
    private static string? Told(string sentence)
    {
        var question = QuestionInside().Match(sentence);
        if (question.Success)
            return question.Value.Trim(' ', ',', ':');
        var statement = Statement().Match(sentence);
        return statement.Success ? statement.Groups[1].Value.Trim().TrimEnd('.') + ", true?" : null;
    }

    [GeneratedRegex(@"</?\w[^>]{0,40}>|<\|[^|>]{0,40}\|>|\[/?INST\]|\((answer|reply|say|expected)\s*:[^)]*\)|```|^\s*#+\s*(system|instruction)\w*", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Markup();

    [GeneratedRegex(@"^\W*(system|assistant|user|human)\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex Role();

    [GeneratedRegex(@"(?<=[.!?;\n])\s+|\n+")]
    private static partial Regex Sentence();

    [GeneratedRegex("""
        \b(ignore|disregard|forget|override|bypass|skip|drop)\b.{0,40}\b(rules?|instructions?|prompts?|previous|above|guidelines?|notes|sources|citations|everything|constraints?|training|restrictions)\b
        |\b(reveal|print|show|repeat|output|leak|display|dump|give|tell)\b.{0,30}\b(prompt|instructions|system\ message|your\ rules|hidden|api\ key|token|secrets?|password|config)\b
        |\b(new|updated)\ (rules?|instructions?|policy|task)\b
        |\byou\ are\ (now|no\ longer)\b|\bact\ as\b|\bpretend\b|\bfrom\ now\ on\b|\brole\s?-?play\b|\bjailbreak|\bdeveloper\ mode\b|\bsystem\s*:|\bassistant\s*:|(?-i:\bDAN\b)
        |\bno\ more\ rules\b
        |^\W*(just\ |please\ |simply\ )?(say|claim|state|write|answer|respond|reply|insist|repeat\ after\ me|confirm)\b(?!.*\?).{0,20}\b(that|with|only|it|is|was|\w+\ (is|was|are))\b
        |\b(and|then)\ (say|claim|state|write|respond|insist|tell\ (me|them|everyone)|just\ say)\b
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Order();

    [GeneratedRegex(@"\b(who|when|which|why|(what|how) (is|are|was|were|did|does|do))\b[^.!?]{3,200}\??$|\b(what|where|how|is|are|was|were|does|did|can)\b[^.!?]{3,200}\?", RegexOptions.IgnoreCase)]
    private static partial Regex QuestionInside();

    [GeneratedRegex(@"\b(?:say|claim|state|write|insist|confirm|tell (?:me|them|everyone)|respond with|answer with|answer|reply)\b(?: that)?:?\s+(.{6,200})$", RegexOptions.IgnoreCase)]
    private static partial Regex Statement();
}
