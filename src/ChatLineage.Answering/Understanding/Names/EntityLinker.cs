using System.Collections.Immutable;
using ChatLineage.Answering.Understanding.Words;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Understanding.Names;

/// <summary>Finds the entities that a text names: the longest known name at each place, else the nearest to a misspelt one.</summary>
/// <remarks>Pure; safe from any number of threads.</remarks>
internal sealed class EntityLinker(NameIndex names, Vocabulary vocabulary)
{
    private const int MaxTokens = 10;

    private readonly MisspeltNames _misspelt = new(names, vocabulary);

    /// <summary>The entities named, in order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens, or the first of them.</param>
    public ImmutableArray<Mention> Link(string text, ImmutableArray<Token> tokens)
    {
        var mentions = Exact(text, tokens);
        if (mentions.Count == 0)
            mentions = [.. Exact(text, tokens, everydayWords: true).Where(mention => mention.Count > 1
                || StandsAsName(tokens, mention.First))];
        mentions.AddRange(Beside(text, tokens, mentions));
        var ordinals = Ordinals(tokens);
        mentions.RemoveAll(mention => ordinals.Exists(ordinal => mention.First >= ordinal.First && mention.End <= ordinal.End));
        mentions.AddRange(ordinals);
        mentions = mentions.ConvertAll(mention => Other(tokens, mention) ?? mention);
        mentions.AddRange(Numbers(tokens, mentions));
        mentions.AddRange(Siblings(tokens, mentions));
        var near = _misspelt.Find(tokens, mentions);
        // A misspelt longer name holds the short one: «Stabel Vicuna» is no Vicuna.
        mentions.RemoveAll(mention => near.Exists(longer => longer.First <= mention.First && longer.End >= mention.End));
        mentions.AddRange(near);
        return [.. mentions.OrderBy(mention => mention.First)];
    }

    /// <summary>True when something is called by the word alone.</summary>
    public bool IsName(string word) => !names.Find(word).IsEmpty;

    // «Dolly 1 vs 2»: a lone number soon after a name with a number stands for the name with that number.
    private List<Mention> Numbers(ImmutableArray<Token> tokens, List<Mention> exact)
    {
        var found = new List<Mention>();
        for (var at = 1; at < tokens.Length; at++)
        {
            if (!tokens[at].IsNumber || tokens[at].Joined || exact.Exists(mention => at >= mention.First && at < mention.End)
                || (at + 1 < tokens.Length && tokens[at + 1].Joined))
                continue;
            var before = exact.Concat(found).Where(mention => mention.End <= at && at - mention.End <= 3
                && tokens[mention.End - 1].IsNumber).MaxBy(mention => mention.First);
            if (before is null)
                continue;
            var prefix = string.Concat(tokens[before.First..(before.End - 1)].Select(token => token.Text));
            if (names.Find(prefix + tokens[at].Text) is [var named, ..] && named.Entity != before.Entity)
                found.Add(new Mention(at, 1, named.Entity, [], false, named.Spelling));
        }

        return found;
    }

    // «FLUX dev and schnell»: what is joined to a name stands for the name with its last word exchanged.
    private List<Mention> Siblings(ImmutableArray<Token> tokens, List<Mention> exact)
    {
        var found = new List<Mention>();
        foreach (var before in exact.Where(mention => mention.Count > 1 && mention.End + 1 < tokens.Length
            && tokens[mention.End].Text is "and" or "or" or "vs" or "versus" or "then" or "not"))
        {
            var at = before.End + 1;
            var last = before.End - 1;
            while (last > before.First && tokens[last].Joined)
                last--;
            var end = at + 1;
            while (end < tokens.Length && tokens[end].Joined)
                end++;
            if (last == before.First || exact.Exists(mention => at < mention.End && end > mention.First))
                continue;
            var key = string.Concat(tokens[before.First..last].Concat(tokens[at..end]).Select(token => token.Text));
            if (names.Find(key) is [var named, ..] && named.Entity != before.Entity)
                found.Add(new Mention(at, end - at, named.Entity, [], false, named.Spelling));
        }

        return found;
    }

    // «bark <-> nanogpt», «older, bark or piper»: what is set beside a name by such a word is a name too, everyday or not.
    private List<Mention> Beside(string text, ImmutableArray<Token> tokens, List<Mention> mentions)
    {
        var candidates = Exact(text, tokens, everydayWords: true).Where(mention => mention.Count == 1 && names.Find(tokens[mention.First].Text)
            is [{ Rank: < 2 }, ..] && !mentions.Exists(other => other.First <= mention.First && other.End > mention.First)).ToList();
        if (candidates.Count == 0)
            return candidates;
        var compared = tokens.Any(token => token.Text is "older" or "newer" or "bigger" or "smaller" or "larger" or "first" or "vs" or "versus");
        return candidates.FindAll(mention => mentions.Concat(compared ? candidates : []).Any(other => other != mention
            && AreBeside(text, tokens, other.First < mention.First ? other : mention, other.First < mention.First ? mention : other)));
    }

    private static bool AreBeside(string text, ImmutableArray<Token> tokens, Mention left, Mention right) =>
        (right.First - left.End == 1 && tokens[left.End].Text is "or" or "vs" or "versus")
            || (right.First == left.End && text[tokens[left.End - 1].End..tokens[right.First].Start].Contains("->", StringComparison.Ordinal));

    // «the other Zephyr 7B» is the namesake, or the one thing whose name goes on where this one ends.
    private Mention? Other(ImmutableArray<Token> tokens, Mention mention)
    {
        if (mention.First == 0 || tokens[mention.First - 1].Text is not "other")
            return null;
        var other = mention.Others.FirstOrDefault(each => each.Kind == mention.Entity.Kind)
            ?? names.Continuing(Tokenizer.Key(mention.Spelling), mention.Entity);
        return other is null ? null : mention with { Entity = other, Others = [], Spelling = other.Name };
    }

    // «a second Dolly» is Dolly 2.
    private List<Mention> Ordinals(ImmutableArray<Token> tokens)
    {
        var found = new List<Mention>();
        for (var at = 0; at + 1 < tokens.Length; at++)
        {
            var number = tokens[at].Text switch { "second" => "2", "third" => "3", "fourth" => "4", _ => null };
            if (number is not null && !EverydayWords.Contains(tokens[at + 1].Text)
                && names.Find(tokens[at + 1].Text + number) is [var named, ..])
                found.Add(new Mention(at, 2, named.Entity, [], false, named.Spelling));
        }

        return found;
    }

    private List<Mention> Exact(string text, ImmutableArray<Token> tokens, bool everydayWords = false)
    {
        var mentions = new List<Mention>();
        for (var first = 0; first < tokens.Length; first++)
        {
            if (tokens[first].Joined || Longest(text, tokens, first, everydayWords) is not { } mention
                || MisspeltNames.IsAnotherVersion(tokens, mention))
                continue;
            mentions.Add(mention);
            first = mention.End - 1;
        }

        return mentions;
    }

    private Mention? Longest(string text, ImmutableArray<Token> tokens, int first, bool everydayWords)
    {
        Mention? longest = null;
        var key = "";
        var across = false;
        for (var end = first + 1; end <= tokens.Length && end - first <= MaxTokens && key.Length <= names.LongestKey; end++)
        {
            across |= end > first + 1 && tokens[end - 1].Breaks;
            key += tokens[end - 1].Text;
            if (end < tokens.Length && tokens[end].Joined && !IsSuffix(tokens, end))
                continue;
            var found = names.Find(key);
            if (found.IsEmpty && end > first + 1 && key.Contains("tech", StringComparison.Ordinal))
                found = names.Find(key.Replace("tech", "technology", StringComparison.Ordinal));
            if (found.IsEmpty && key.Length > 4 && key[^1] == 's' && !(end == first + 1 && EverydayWords.Contains(key[..^1])
                && !everydayWords))
                found = names.Find(key[..^1]);
            var spelled = text[tokens[first].Start..tokens[end - 1].End];
            found = AsSpelled(found, spelled, across);
            if (!found.IsEmpty && found[0].Rank >= NameForms.PartOfName && !IsFamily(tokens, end, key, found[0]))
                found = [];
            if (!found.IsEmpty && (IsArgument(tokens, first) || IsHeaded(tokens, first, found[0]) || IsTerms(tokens, first, found[0]) || IsAcronym(spelled, found[0], text)
                || Trusted(tokens[first..end], end < tokens.Length ? tokens[end] : null, found[0], everydayWords)))
                longest = new Mention(first, end - first, found[0].Entity, [.. found.Skip(1).Select(entry => entry.Entity)], false,
                    found[0].Spelling);
        }

        return longest;
    }

    // A name goes across a comma or a colon only where its own spelling does: «Run:ai». Of names that differ in their marks only,
    // the one written exactly is meant: «Open-Orca» made «OpenOrca».
    private static ImmutableArray<NameEntry> AsSpelled(ImmutableArray<NameEntry> found, string spelled, bool across)
    {
        if (across)
            found = found.RemoveAll(entry => !Tokenizer.Tokens(entry.Spelling).Skip(1).Any(token => token.Breaks));
        return found.Length < 2 ? found
            : [.. found.OrderByDescending(entry => entry.Rank < 2 && entry.Spelling.Equals(spelled, StringComparison.OrdinalIgnoreCase))];
    }

    // «APPS» among words in lower case is the name and not the word.
    private static bool IsAcronym(string spelled, NameEntry name, string text) =>
        spelled == name.Spelling && spelled.Skip(1).Any(char.IsUpper) && text.Any(char.IsLower);

    // «llama2s» and «7Bs»: a plural s after a digit is no part of the name.
    private static bool IsSuffix(ImmutableArray<Token> tokens, int at) => tokens[at].Text == "s";

    // «trained on roots»: what stands at the end behind such a word is a name, everyday or not.
    private static bool IsArgument(ImmutableArray<Token> tokens, int first) =>
        first > 1 && first == tokens.Length - 1 && tokens[first].Length > 3 && (tokens[first - 1].Text is "on" or "using")
            && (tokens[first - 2].Text is "trained" or "tuned" or "built" or "based") && !EverydayWords.AreGrammar(tokens[first].Text);

    // «the ceo of mosaic»: what has a head is an organisation, everyday word or not.
    private static bool IsHeaded(ImmutableArray<Token> tokens, int first, NameEntry name) =>
        first > 1 && tokens[first - 1].Text is "of" or "at" or "behind" && name is { Rank: < 2, Entity.Kind: EntityKind.Organisation }
            && tokens[first - 2].Text is "ceo" or "cto" or "cfo" or "boss" or "head" or "founder" or "founders" or "cofounder" or "cofounders"
                or "chief" or "director" or "owner" or "owners" or "investors" or "employees" or "staff" or "people" or "folks" or "guys" or "team";

    // A family's short name needs a word that says so, «the latest phi model»; its plural is an everyday word: «oceans of data».
    private static bool IsFamily(ImmutableArray<Token> tokens, int end, string key, NameEntry name) => name.Rank != NameForms.FamilyOfVersions
        || (Tokenizer.Key(name.Spelling) == key && (key.Length > 3 || (end < tokens.Length && (Shape.KindWords.Contains(tokens[end].Text)
            || tokens[end].Text is "family" or "series" or "versions" or "version" or "generation" or "generations"))));

    // «was X under impact»: what stands at the end behind «under» is a licence, everyday word or not.
    private static bool IsTerms(ImmutableArray<Token> tokens, int first, NameEntry name) =>
        first > 1 && first == tokens.Length - 1 && tokens[first - 1].Text is "under" && name.Entity.Kind == EntityKind.Licence;

    // A name that is an everyday word counts only where it is written as the notes write it, or where nothing else is named.
    private static bool Trusted(ImmutableArray<Token> tokens, Token? next, NameEntry name, bool everydayWords)
    {
        if (tokens.Length > 1)
        {
            var sameGaps = Tokenizer.Tokens(name.Spelling).Count(token => !token.Joined) == tokens.Count(token => !token.Joined);
            return sameGaps || tokens.Skip(1).All(token => token.Joined) || !tokens.All(token => EverydayWords.Contains(token.Text))
                || (tokens.Any(token => token.Capital && token.Start > 0) && !tokens.All(token => EverydayWords.AreGrammar(token.Text)));
        }

        var token = tokens[0];
        if (token.IsNumber || NextToNumber(token, next))
            return false;
        if (token.Quoted)
            return true;
        if (EverydayWords.AreGrammar(token.Text))
            return false;
        if (!EverydayWords.Contains(token.Text))
            return token.Text.Length > 1;
        return (token.Capital && (token.Start > 0 || next is { Breaks: true })) || everydayWords;
    }

    // «should I continue» and «work together» name nothing: a name follows an article, a preposition or a verb of asking.
    private static bool StandsAsName(ImmutableArray<Token> tokens, int at) =>
        at == 0 || (tokens[at - 1].Text is "the" or "of" or "by" or "on" or "is" or "was" or "are" or "about" or "from" or "for" or "does"
            or "did" or "made" or "behind" or "released"
            or "leads" or "if" or "without" or "than" or "compare" or "whats" or "s" or "a" or "an" or "in" or "with" or "created"
                or "makes" or "built" or "and" or "or" or "founded" or "when" or "how" or "licence" or "use" or "explain");

    // «20 jan 2025» names a month.
    private static bool NextToNumber(Token token, Token? next) => token.Text is "jan" && next is { IsNumber: true };
}
