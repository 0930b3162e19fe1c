using System.Collections.Immutable;
using ChatLineage.Answering.Understanding.Words;

namespace ChatLineage.Answering.Understanding.Names;

/// <summary>Finds the entities that a text names: the longest known name at each place, else the nearest to a misspelt one.</summary>
/// <remarks>Pure; safe from any number of threads.</remarks>
internal sealed class EntityLinker(NameIndex names, Vocabulary vocabulary)
{
    private const int MaxTokens = 10;

    public ImmutableArray<Mention> Link(ImmutableArray<Token> tokens)
    {
        var mentions = Exact(tokens);
        if (mentions.Count == 0)
            mentions = [.. Exact(tokens, everydayWords: true).Where(mention => mention.Count > 1 || StandsAsName(tokens, mention.First))];
        mentions.AddRange(Numbers(tokens, mentions));
        var near = Near(tokens, mentions);
        // A misspelt longer name holds the short one: «Stabel Vicuna» is no Vicuna.
        mentions.RemoveAll(mention => near.Exists(longer => longer.First <= mention.First && longer.End >= mention.End));
        mentions.AddRange(near);
        return [.. mentions.OrderBy(mention => mention.First)];
    }

    // «Dolly 1 vs 2»: a lone number soon after a name with a number stands for the name with that number.
    private List<Mention> Numbers(ImmutableArray<Token> tokens, List<Mention> exact)
    {
        var found = new List<Mention>();
        for (var at = 1; at < tokens.Length; at++)
        {
            if (!tokens[at].IsNumber || tokens[at].Joined || exact.Exists(mention => at >= mention.First && at < mention.End) || (at + 1 < tokens.Length && tokens[at + 1].Joined))
                continue;
            var before = exact.Concat(found).Where(mention => mention.End <= at && at - mention.End <= 3 && tokens[mention.End - 1].IsNumber).MaxBy(mention => mention.First);
            if (before is null)
                continue;
            var prefix = string.Concat(tokens[before.First..(before.End - 1)].Select(token => token.Text));
            if (names.Find(prefix + tokens[at].Text) is [var named, ..] && named.Entity != before.Entity)
                found.Add(new Mention(at, 1, named.Entity, [], false, named.Spelling));
        }

        return found;
    }

    private List<Mention> Exact(ImmutableArray<Token> tokens, bool everydayWords = false)
    {
        var mentions = new List<Mention>();
        for (var first = 0; first < tokens.Length; first++)
        {
            if (tokens[first].Joined || Longest(tokens, first, everydayWords) is not { } mention || IsAnotherVersion(tokens, mention))
                continue;
            mentions.Add(mention);
            first = mention.End - 1;
        }

        return mentions;
    }

    private Mention? Longest(ImmutableArray<Token> tokens, int first, bool everydayWords)
    {
        Mention? longest = null;
        var key = "";
        for (var end = first + 1; end <= tokens.Length && end - first <= MaxTokens && key.Length <= names.LongestKey; end++)
        {
            if (end > first + 1 && tokens[end - 1].Breaks)
                break;
            key += tokens[end - 1].Text;
            if (end < tokens.Length && tokens[end].Joined && !IsSuffix(tokens, end))
                continue;
            var found = names.Find(key);
            if (found.IsEmpty && key.Length > 4 && key[^1] == 's')
                found = names.Find(key[..^1]);
            if (!found.IsEmpty && (IsArgument(tokens, first) || Trusted(tokens[first..end], end < tokens.Length ? tokens[end] : null, found[0], everydayWords)))
                longest = new Mention(first, end - first, found[0].Entity, [.. found.Skip(1).Select(entry => entry.Entity)], false, found[0].Spelling);
        }

        return longest;
    }

    // «Llama 7» is no «Llama»: a number right behind a name makes it the name of something else, unless it is a size or a year.
    private static bool IsAnotherVersion(ImmutableArray<Token> tokens, Mention mention)
    {
        if (mention.End >= tokens.Length || tokens[mention.End] is not { IsNumber: true } number || tokens[mention.End - 1].IsNumber)
            return false;
        if (number.Length > 3 || number.Start - tokens[mention.End - 1].End > 1)
            return false;
        return mention.End + 1 >= tokens.Length || !tokens[mention.End + 1].Joined;
    }

    // «llama2s» and «7Bs»: a plural s after a digit is no part of the name.
    private static bool IsSuffix(ImmutableArray<Token> tokens, int at) => tokens[at].Text == "s";

    // «trained on roots»: what stands at the end behind such a word is a name, everyday or not.
    private static bool IsArgument(ImmutableArray<Token> tokens, int first) =>
        first > 1 && first == tokens.Length - 1 && tokens[first].Length > 3 && (tokens[first - 1].Text is "on" or "using") && (tokens[first - 2].Text is "trained" or "tuned" or "built" or "based") && !EverydayWords.AreGrammar(tokens[first].Text);

    // A name that is an everyday word counts only where it is written as the notes write it, or where nothing else is named.
    private static bool Trusted(ImmutableArray<Token> tokens, Token? next, NameEntry name, bool everydayWords)
    {
        if (tokens.Length > 1)
            return !tokens.All(token => EverydayWords.Contains(token.Text)) || tokens.Any(token => token.Capital && token.Start > 0)
                || tokens.Skip(1).All(token => token.Joined) || Tokenizer.Tokens(name.Spelling).Count(token => !token.Joined) == tokens.Count(token => !token.Joined);
        var token = tokens[0];
        if (token.IsNumber || NextToNumber(token, next))
            return false;
        if (EverydayWords.AreGrammar(token.Text))
            return false;
        if (!EverydayWords.Contains(token.Text))
            return token.Text.Length > 2 || token.Capital;
        return (token.Capital && token.Start > 0) || token.Quoted || everydayWords;
    }

    // Verbs and plurals that the notes happen not to use are no misspelt names.
    private static bool IsInflected(string word) =>
        word.Length > 4 && (word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("ing", StringComparison.Ordinal) || word.EndsWith("ly", StringComparison.Ordinal) || word.EndsWith("ies", StringComparison.Ordinal));

    // «should I continue» and «work together» name nothing: a name follows an article, a preposition or a verb of asking.
    private static bool StandsAsName(ImmutableArray<Token> tokens, int at) =>
        at == 0 || (tokens[at - 1].Text is "the" or "of" or "by" or "on" or "is" or "was" or "are" or "about" or "from" or "for" or "does" or "did" or "made" or "behind" or "released"
            or "leads" or "whats" or "s" or "a" or "an" or "in" or "with" or "created" or "makes" or "built" or "and" or "or" or "founded" or "when" or "how" or "licence" or "use" or "explain");

    // «20 jan 2025» names a month.
    private static bool NextToNumber(Token token, Token? next) => token.Text is "jan" && next is { IsNumber: true };

    private List<Mention> Near(ImmutableArray<Token> tokens, List<Mention> exact)
    {
        var mentions = new List<Mention>();
        for (var first = 0; first < tokens.Length; first++)
        {
            if (tokens[first].Joined || tokens[first].IsNumber || exact.Exists(mention => first >= mention.First && first < mention.End))
                continue;
            if (NearLongest(tokens, first, exact) is not { } mention)
                continue;
            mentions.Add(mention);
            first = mention.End - 1;
        }

        return mentions;
    }

    private Mention? NearLongest(ImmutableArray<Token> tokens, int first, List<Mention> exact)
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
            misspelt |= !token.IsNumber && !vocabulary.Knows(token.Text);
            if (!misspelt || EverydayWords.AreGrammar(token.Text) || (end < tokens.Length && tokens[end].Joined))
                continue;
            var found = IsInflected(token.Text) ? [] : names.FindNear(key);
            if (!found.IsEmpty && new Mention(first, end - first, found[0].Entity, [], true, found[0].Spelling) is var near && !IsAnotherVersion(tokens, near))
                longest = near;
        }

        return longest;
    }
}
