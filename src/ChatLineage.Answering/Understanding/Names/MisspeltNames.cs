using System.Collections.Immutable;
using ChatLineage.Answering.Understanding.Shape;
using ChatLineage.Answering.Understanding.Words;

namespace ChatLineage.Answering.Understanding.Names;

/// <summary>Finds names that are written nearly right, where no word of them is known otherwise.</summary>
/// <remarks>Pure; safe from any number of threads.</remarks>
internal sealed class MisspeltNames(NameIndex names, Vocabulary vocabulary)
{
    /// <summary>The misspelt names of a text.</summary>
    /// <param name="tokens">The tokens of the text.</param>
    /// <param name="exact">The names that are written right; one that a longer misspelt one holds may be part of it.</param>
    public List<Mention> Find(ImmutableArray<Token> tokens, List<Mention> exact)
    {
        var mentions = new List<Mention>();
        for (var first = 0; first < tokens.Length; first++)
        {
            if (tokens[first].Joined || tokens[first].IsNumber || EverydayWords.AreGrammar(tokens[first].Text)
                || exact.Exists(mention => first >= mention.First && first < mention.End))
                continue;
            if (Longest(tokens, first, exact) is not { } mention)
                continue;
            mentions.Add(mention);
            first = mention.End - 1;
        }

        return mentions;
    }

    private Mention? Longest(ImmutableArray<Token> tokens, int first, List<Mention> exact)
    {
        Mention? longest = null;
        var key = "";
        var misspelt = false;
        for (var end = first + 1; end <= tokens.Length && end - first <= 4; end++)
        {
            var token = tokens[end - 1];
            if (end > first + 1 && token.Breaks)
                break;
            key += token.Text;
            misspelt |= !token.IsNumber && !vocabulary.Knows(token.Text)
                && !exact.Exists(mention => end > mention.First && end <= mention.End);
            if (!misspelt || EverydayWords.AreGrammar(token.Text) || (end < tokens.Length && tokens[end].Joined))
                continue;
            var found = IsInflected(token.Text) ? [] : names.FindNear(key);
            if (!found.IsEmpty && new Mention(first, end - first, found[0].Entity, [], true, found[0].Spelling) is var near
                && !IsAnotherVersion(tokens, near))
                longest = near;
        }

        return longest;
    }

    // «Llama 7» is no «Llama»: a number right behind a name makes it the name of something else, unless it is a size, a year or a day.
    public static bool IsAnotherVersion(ImmutableArray<Token> tokens, Mention mention)
    {
        if (mention.End >= tokens.Length || tokens[mention.End] is not { IsNumber: true } number || tokens[mention.End - 1].IsNumber)
            return false;
        if (number.Length > 3 || number.Start - tokens[mention.End - 1].End > 1)
            return false;
        return mention.End + 1 >= tokens.Length || (!tokens[mention.End + 1].Joined && !IsDay(tokens, mention.End));
    }

    // «may» is a month only before a year: «Llama 7 may be …» is about something else.
    private static bool IsDay(ImmutableArray<Token> tokens, int at) =>
        tokens[at].Length <= 2 && DateReader.IsMonth(tokens[at + 1].Text)
            && (tokens[at + 1].Text != "may" || (at + 2 < tokens.Length && tokens[at + 2].IsNumber));

    // Verbs and plurals that the notes happen not to use are no misspelt names.
    private static bool IsInflected(string word) =>
        word.Length > 4 && (word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("ing", StringComparison.Ordinal)
            || word.EndsWith("ly", StringComparison.Ordinal) || word.EndsWith("ies", StringComparison.Ordinal));
}
