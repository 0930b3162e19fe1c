using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using ChatLineage.Knowledge.Naming;

namespace ChatLineage.Answering.Understanding.Words;

/// <summary>Cuts a text into tokens: letters and digits apart, so that «GPT-4», «gpt4» and «GPT 4» read the same.</summary>
internal static class Tokenizer
{
    private static readonly SearchValues<char> Breaks = SearchValues.Create(",:;?!\n=");

    public static ImmutableArray<Token> Tokens(string text)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>();
        var at = 0;
        while (at < text.Length)
        {
            var end = End(text, at);
            if (end == at)
            {
                at++;
                continue;
            }

            if (IsPossessive(text, at, end))
            {
                at = end;
                continue;
            }

            var before = tokens.Count > 0 ? text.AsSpan(tokens[^1].End, at - tokens[^1].End) : default;
            var joined = tokens.Count > 0 && before.IsEmpty;
            tokens.Add(new Token(Fold(text[at..end]), at, end - at, joined, char.IsUpper(text[at]), before.ContainsAny(Breaks)
                || before.StartsWith(". "), at > 0 && (text[at - 1] is '"' or '“' or '«')));
            at = end;
        }

        return tokens.DrainToImmutable();
    }

    /// <summary>The form in which names are compared: the tokens without anything between them.</summary>
    public static string Key(string name) => string.Concat(Tokens(name).Select(token => token.Text));

    private static int End(string text, int at)
    {
        var end = at;
        if (char.IsAsciiDigit(text[at]))
        {
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] == '.' && end + 1 < text.Length
                && char.IsAsciiDigit(text[end + 1]))))
                end++;
        }
        else if (char.IsLetter(text[at]))
        {
            while (end < text.Length && (char.IsLetter(text[end]) || char.GetUnicodeCategory(text[end]) == UnicodeCategory.NonSpacingMark))
                end++;
        }
        else if (text[at] == '+')
        {
            while (end < text.Length && text[end] == '+')
                end++;
        }

        return end;
    }

    // The s of «Vicuna's» is no word.
    private static bool IsPossessive(string text, int at, int end) =>
        end == at + 1 && (text[at] is 's' or 'S') && IsApostrophe(text, at - 1) && at >= 2 && char.IsLetterOrDigit(text[at - 2]);

    private static bool IsApostrophe(string text, int at) => at >= 0 && (text[at] is '\'' or '’');

    private static string Fold(string token)
    {
        var ascii = true;
        foreach (var sign in token)
            ascii &= char.IsAscii(sign);
        var folded = ascii ? token.ToLowerInvariant() : PlainLetters.Fold(token);
        return folded switch
        {
            "license" => "licence",
            "licenses" => "licences",
            "organization" => "organisation",
            "organizations" => "organisations",
            _ => folded,
        };
    }
}
