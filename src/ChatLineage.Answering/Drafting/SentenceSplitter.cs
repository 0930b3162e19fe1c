using System.Collections.Frozen;

namespace ChatLineage.Answering.Drafting;

/// <summary>Cuts text that arrives in pieces into sentences. Citations behind the full stop stay with their sentence.</summary>
/// <remarks>Not safe for several threads: one splitter a stream.</remarks>
internal sealed class SentenceSplitter
{
    // A full stop after one of these goes on with the same sentence. «No» and «Yes» are the start of an answer, not one of their own.
    private static readonly FrozenSet<string> Unfinished = new[]
    {
        "e.g", "i.e", "etc", "vs", "cf", "al", "approx", "ca", "no", "nos", "yes", "dr", "mr", "mrs", "ms", "prof", "st", "jr", "sr",
        "inc", "ltd", "corp", "co", "fig", "sec", "vol", "ed", "eds", "resp", "incl", "esp", "v", "ver",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private string _waiting = "";

    /// <summary>Takes the next piece and gives the sentences that are complete for certain.</summary>
    public IEnumerable<string> Push(string piece)
    {
        _waiting += piece;
        while (EndOfFirst(_waiting) is { } end)
        {
            var sentence = _waiting[..end].Trim();
            _waiting = _waiting[end..];
            if (sentence.Length > 0)
                yield return sentence;
        }
    }

    /// <summary>Gives what is left when the text has ended.</summary>
    public IEnumerable<string> Finish()
    {
        var rest = _waiting.Trim();
        _waiting = "";
        if (rest.Length > 0)
            yield return rest;
    }

    /// <summary>Where the first sentence ends, its citations included; null while more text could still belong to it.</summary>
    private static int? EndOfFirst(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' && !string.IsNullOrWhiteSpace(text[..i]) && PastCitations(text, i) is { } next)
                return next;
            if (text[i] is not ('.' or '?' or '!') || IsInside(text, i))
                continue;
            if (PastCitations(text, PastClosing(text, i + 1)) is { } end && Begins(text, end))
                return end;
        }

        return null;
    }

    private static int PastClosing(string text, int at)
    {
        while (at < text.Length && text[at] is '.' or '?' or '!' or '"' or '”' or '’' or ')')
            at++;
        return at;
    }

    // The position after any run of «[1][2]», spaces before and between included; null when the text ends before that is certain.
    private static int? PastCitations(string text, int at)
    {
        var end = at;
        while (true)
        {
            var next = end;
            while (next < text.Length && char.IsWhiteSpace(text[next]))
                next++;
            if (next == text.Length)
                return null;
            if (text[next] != '[')
                return end;
            var close = text.IndexOf(']', next);
            if (close < 0)
                return null;
            end = close + 1;
            if (end < text.Length && text[end] == '.')
                end++;
        }
    }

    private static bool Begins(string text, int end)
    {
        if (!char.IsWhiteSpace(text[end]) && text[end - 1] != ']')
            return false;
        var next = text.AsSpan(end).TrimStart()[0];

        // Behind «[1].» a name in lower case begins a sentence too: «llama.cpp …».
        var isCited = text.AsSpan(0, end).TrimEnd(".?!").EndsWith("]");
        return (isCited || !char.IsLower(next)) && next is not (',' or ';' or ')' or '.');
    }

    // A stop inside «v1.5», after an abbreviation or an initial.
    private static bool IsInside(string text, int stop)
    {
        if (text[stop] != '.')
            return false;
        if (stop + 1 < text.Length && char.IsLetterOrDigit(text[stop + 1]))
            return true;
        if (text.AsSpan(stop + 1).TrimStart().StartsWith("["))
            return false;
        var start = stop;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1]) && text[start - 1] is not ('(' or '"' or '“' or '['))
            start--;
        var word = text[start..stop];
        return Unfinished.Contains(word) || word is [var initial] && char.IsUpper(initial) && start > 0
            || word is [var first, '.', var second] && char.IsLetter(first) && char.IsLetter(second);
    }
}
