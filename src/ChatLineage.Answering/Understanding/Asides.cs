using System.Text.RegularExpressions;

namespace ChatLineage.Answering.Understanding;

/// <summary>Takes out of a question what asks for nothing: how short the answer should be, what was just taken back, what is set
/// aside.</summary>
/// <remarks>Pure.</remarks>
internal static partial class Asides
{
    /// <summary>The question without its asides; the text itself when nothing else would be left.</summary>
    public static string Remove(string text)
    {
        var plain = Repaired(Retracted().Replace(text, ""));
        plain = Politeness().Replace(plain, "");
        plain = Opener().Replace(plain, "");
        plain = Verdict().Replace(plain, match => match.Groups[1].Value.TrimEnd('.', '?', '!', ' ') + ", true?");
        plain = SetAside().Replace(plain, "");
        plain = Manner().Replace(plain, "");
        return plain.Any(char.IsLetterOrDigit) ? plain.Trim() : text;
    }

    // «was X before or after Y... no, before or after Z»: the words that come again make room for what follows them.
    private static string Repaired(string text)
    {
        if (Repair().Match(text) is not { Success: true } repair)
            return text;
        var said = repair.Groups["said"].Value;
        var words = repair.Groups["instead"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var at = words.Length < 2 ? -1 : said.LastIndexOf($" {words[0]} {words[1]} ", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? text : $"{said[..at]} {repair.Groups["instead"].Value}";
    }

    [GeneratedRegex(@"^(?<said>.{8,}?)\s*(?:[.,…;-]+\s*)(?:or |well,? |oh )*(?:no|sorry|nah|wait|i mean|rather|actually)(?:[\s,:.…-]+(?:wait|no|sorry|i mean|rather|actually))*[\s,:.…-]+(?<instead>\w.{3,})$", RegexOptions.IgnoreCase)]
    private static partial Regex Repair();

    // «whats gguf... or no wait what is ggml»: only what follows is asked, where it is a question of its own.
    [GeneratedRegex(@"^.{3,120}?\b(no,? wait|wait,? no|scratch that|i meant?(?: to ask)?|correction)\b[\s,:.-]*(?=(?:what|whats|who|whos|when|which|where|why|how|is|are|was|were|does|did|do|can)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Retracted();

    // «hello, could somebody tell me please …? thanks a lot».
    [GeneratedRegex(@"^\s*(?:(?:hi|hello|hey|hiya|yo|good (?:morning|evening|day))(?: (?:all|there|everyone|everybody|folks|guys|team|bot))?\s*[,!.:-]+\s*)?(?:(?:please |pls |plz )?(?:could|can|would|will) (?:someone|somebody|anyone|anybody|you|u|one of you) (?:please |pls |plz |kindly |maybe |quickly )*(?:tell|explain to|remind|help) me,? ?(?:please |pls |plz )*(?:again )?)?(?=\S)|\s*(?<=[?.!\s,])(?:thanks|thank you|thx|ty|cheers|many thanks)(?: (?:a lot|so much|in advance|a bunch|guys|all|folks))*\s*[.!]*\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Politeness();

    // «so what did they train it on then»: words that only carry the talk on.
    [GeneratedRegex(@"^\s*(?:(?:ok|okay|alright|well|cool|nice|great|right|hm+|ah|oh)[\s,.!]+)*(?:so|but|well|ok|okay|alright|cool|hm+|ah|oh|nice|right)[\s,.!]+(?=(?:who|whos|what|whats|which|when|where|how)\s+\w+\s+\w)", RegexOptions.IgnoreCase)]
    private static partial Regex Opener();

    // «true or false: X was built on Y» states something to be judged.
    [GeneratedRegex(@"^\s*(?:true or false|t/f|fact or fiction|fact or myth|fact check|right or wrong|yes or no|true|is it true that|is it right that|is it correct that)\s*[:,-]\s*(\w.{6,})$", RegexOptions.IgnoreCase)]
    private static partial Regex Verdict();

    // «licence aside, what was it trained on».
    [GeneratedRegex(@"^\s*(?:the\s+|its\s+)?\w+\s+aside\s*,?\s+(?=\w)", RegexOptions.IgnoreCase)]
    private static partial Regex SetAside();

    [GeneratedRegex(@"[\s,]+\b(?:in (?:one|a single|two|a few) (?:line|sentence|word|lines|sentences|words)|in short|in brief|briefly|shortly|in a nutshell|in (?:simple|plain|easy) (?:terms|words|english)|for (?:beginners|dummies|a beginner|a noob)|like i'?m (?:five|5)|tl;?dr|if you know|do you know|i wonder|just curious|asking for a friend|quick question|in (?:the )?(?:llm|ai|ml|open source|open-source|nlp) (?:land|world|space|scene|speak|context))(?=\s*[?.!]*$)|^\s*(?:tl;?dr|quick question|quick q|just curious|so|ok so|ok|hey|um|hmm|btw)\s*[:,-]\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Manner();
}
