using System.Collections.Frozen;
using ChatLineage.Answering.Understanding.Words;

namespace ChatLineage.Answering.Checking.Documents;

/// <summary>Cuts a paragraph into sentences.</summary>
internal static class SentenceCutter
{
    private static readonly FrozenSet<string> Abbreviations = new[]
    {
        "e.g", "i.e", "etc", "vs", "cf", "al", "approx", "ca", "no", "nos", "vol", "fig", "sec", "eds", "resp", "incl", "esp", "dr", "mr",
            "mrs", "ms", "prof", "st", "jr", "sr",
        "inc", "ltd", "corp", "co", "dept", "univ", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
            "v", "ver",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The sentences between two places, without the space around them.</summary>
    public static IEnumerable<(int Start, int End)> Cut(string text, int start, int end)
    {
        var from = start;
        var quoted = false;
        for (var at = start; at < end; at++)
        {
            if (text[at] == '"')
                quoted = !quoted;
            if (text[at] is not ('.' or '!' or '?' or '…'))
                continue;
            var stop = at + 1;
            while (stop < end && (text[stop] is '.' or '!' or '?' or '”' or '’' or ')' || (text[stop] == '"' && quoted)))
                quoted ^= text[stop++] == '"';
            if (stop < end && !Ends(text, at, stop, end))
                continue;
            if (Trim(text, from, stop) is { } sentence)
                yield return sentence;
            from = stop;
            at = stop - 1;
        }

        if (Trim(text, from, end) is { } rest)
            yield return rest;
    }

    private static (int Start, int End)? Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return start < end ? (start, end) : null;
    }

    private static bool Ends(string text, int at, int stop, int end)
    {
        var next = stop;
        while (next < end && char.IsWhiteSpace(text[next]))
            next++;
        if (next == end)
            return true;
        // «… decide it.But this …» and «… time."Meta AI …»: the space was lost.
        if (next == stop)
            return (text[stop] is '"' or '“' && stop + 1 < end && char.IsUpper(text[stop + 1])) || StartsWithGrammar(text, stop, end);
        if (!char.IsUpper(text[next]) && !char.IsDigit(text[next]) && text[next] is not ('"' or '“' or '‘' or '\'' or '(' or '['))
            return StartsLowercaseName(text, next, end);
        if (text[at] != '.' || stop > at + 1)
            return true;
        var word = at;
        while (word > 0 && !char.IsWhiteSpace(text[word - 1]) && text[word - 1] is not ('(' or '"' or '“'))
            word--;
        var before = text[word..at];
        return !Abbreviations.Contains(before) && !(before is [var initial] && char.IsUpper(initial)) && !IsDotted(before);
    }

    private static bool StartsWithGrammar(string text, int at, int end)
    {
        var stop = at;
        while (stop < end && char.IsLetter(text[stop]))
            stop++;
        return stop - at > 1 && char.IsUpper(text[at]) && stop < end && text[stop] == ' '
            && EverydayWords.AreGrammar(text[at..stop].ToLowerInvariant());
    }

    // «… is out. phi-2 followed»: a name with a digit may start a sentence in lower case.
    private static bool StartsLowercaseName(string text, int at, int end)
    {
        var stop = at;
        while (stop < end && !char.IsWhiteSpace(text[stop]))
            stop++;
        // «vLLM», «phi-2», «llama.cpp»
        var word = text.AsSpan(at, stop - at).TrimEnd(".,;:!?");
        return char.IsLetter(text[at]) && (word.ContainsAnyInRange('0', '9') || word.ContainsAnyInRange('A', 'Z') || word.Contains('.'));
    }

    // «U.S.», «a.k.a.»: one letter between the stops.
    private static bool IsDotted(string word) =>
        word.Contains('.', StringComparison.Ordinal) && word.Select((sign, at) => at % 2 == 0 ? char.IsLetter(sign) : sign == '.')
            .All(fits => fits);
}
