using System.Collections.Immutable;
using ChatLineage.Answering.Understanding.Names;
using ChatLineage.Answering.Understanding.Words;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Understanding.Shape;

/// <summary>Takes a question apart.</summary>
/// <remarks>Pure; safe from any number of threads.</remarks>
internal sealed class ShapeReader(EntityLinker linker, Vocabulary vocabulary, Descriptions descriptions)
{
    // «Llama 405» could be a version; «3226 images» is a count.
    private const int LongestVersion = 3;

    // Words at the end that turn a statement into a question.
    private static readonly string[][] Tags =
    [
        ["true", "or", "not"], ["yes", "or", "no"], ["true", "or", "false"], ["right", "or", "wrong"], ["or", "not"], ["isnt", "it"],
            ["isn", "t", "it"], ["is", "it"], ["for", "real"], ["as", "well"], ["or", "no"],
        ["the", "whole", "story"], ["whole", "story"], ["legit"], ["right"], ["correct"], ["true"], ["yes"], ["no"], ["huh"], ["innit"],
            ["yeah"], ["too"], ["real"], ["really"],
    ];

    public QuestionShape Read(string text)
    {
        var tokens = Tokenizer.Tokens(text);
        var mentions = descriptions.Resolve(tokens, linker.Link(text, tokens));
        var (terms, origins) = Terms(tokens, mentions);
        var tag = Array.Find(Tags, each => EndsWith(terms, each))?.Length ?? Echo(terms);
        if (tag == terms.Length)
            tag = 0;
        var whole = tag > 1 && terms[^1].Word is "story";
        terms = terms[..^tag];
        var words = terms.Select(term => term.Word).ToArray();
        var taken = new bool[words.Length];
        var dates = DateReader.Read(words, taken);
        var cues = WithArrow(Cues(words, taken), text);
        return new QuestionShape
        {
            Text = text,
            Terms = terms,
            Mentions = mentions,
            Cues = cues,
            Dates = dates,
            Kinds = [.. words.OfType<string>().Select(KindWords.Of).OfType<EntityKind>().Distinct()],
            Residue = Residue(words, taken),
            UnknownNames = UnknownNames(text, terms, origins, tokens, taken),
            StartsUnknown = StartsUnknown(terms, origins, tokens, taken),
            Measured = Measured(words, taken, cues),
            AskedSort = AskedSort(words, taken),
            AsksForWhole = whole,
            IsYesNo = tag > 0 || YesNo.IsAsked(terms, cues, dates.Length > 0, text),
            IsNegated = words.Any(word => word is "not" or "never" or "isnt" or "doesnt" or "wasnt" or "arent" or "didnt" or "werent" or "hasnt"),
        };
    }

    private static (ImmutableArray<Term> Terms, List<int> Origins) Terms(ImmutableArray<Token> tokens, ImmutableArray<Mention> mentions)
    {
        var terms = ImmutableArray.CreateBuilder<Term>();
        var origins = new List<int>();
        for (var i = 0; i < tokens.Length; i++)
        {
            var mention = mentions.FirstOrDefault(each => each.First == i);
            terms.Add(mention is null ? new Term(tokens[i].Text, null) : new Term(null, mention));
            origins.Add(i);
            if (mention is not null)
                i = mention.End - 1;
        }

        return (terms.DrainToImmutable(), origins);
    }

    private static ImmutableArray<CueHit> Cues(string?[] words, bool[] taken)
    {
        var cues = ImmutableArray.CreateBuilder<CueHit>();
        for (var i = 0; i < words.Length; i++)
        {
            if ((Apart(words, i) ?? Standing(words, i)) is { } apart)
                cues.Add(apart);
            if (IsApart(words, i) || Lexicon.Match(words, i) is not { } match || IsCounted(words, i, match.Length))
                continue;
            cues.Add(new CueHit(match.Cue, i, match.Length, string.Join(' ', words[i..(i + match.Length)])));
            Array.Fill(taken, true, i, match.Length);
            i += match.Length - 1;
        }

        return cues.DrainToImmutable();
    }

    // «what did they train X on»: the verb stands before the name and its preposition behind it.
    private static CueHit? Apart(string?[] words, int at)
    {
        if (at > 1 && words[at] is "out" && words[at - 1] is null && words[at - 2] is "put" or "bring" or "brought" or "puts"
            && Lexicon.Match(["released", "by"], 0) is ({ Topic: Topic.Relation } made, _))
            return new CueHit(made, at, 1, "put out");
        if (at < 2 || words[at] is not ("on" or "from" or "with" or "off" or "upon") || words[at - 1] is not null)
            return null;
        var verb = words[at - 2] is "the" && at > 2 ? words[at - 3] : words[at - 2];
        var participle = verb switch
        {
            "train" or "trained" or "training" => "trained",
            "build" or "built" or "building" => "built",
            "base" or "based" => "based",
            "tune" or "tuned" or "finetune" or "finetuned" => "finetuned",
            "distil" or "distill" or "distilled" => "distilled",
            "merge" or "merged" => "merged",
            _ => null,
        };
        return participle is not null && Lexicon.Match([participle, words[at]], 0) is ({ Topic: Topic.Relation } cue, 2)
            ? new CueHit(cue, at, 1, participle + " " + words[at]) : null;
    }

    // «which language model is X on»: the verb is left out altogether.
    private static CueHit? Standing(string?[] words, int at) =>
        at > 1 && words[at] is "on" && (at + 1 == words.Length || words[at + 1] is "and" or "or" or "what" or "which")
            && words[at - 1] is null or "it" or "that" && words[at - 2] is "is" or "was" or "are" or "were" or "the"
            && words.Take(at).Any(word => word is "model" or "llm" or "lm" or "base" or "backbone" or "checkpoint")
            && Lexicon.Match(["built", "on"], 0) is ({ Topic: Topic.Relation } cue, _)
            ? new CueHit(cue, at, 1, "on") : null;

    // The verb of such a phrase is told with its preposition and not a second time by itself.
    private static bool IsApart(string?[] words, int at) =>
        (at + 2 < words.Length && Apart(words, at + 2) is not null)
            || (at + 3 < words.Length && words[at + 1] is "the" && Apart(words, at + 3) is not null);

    // «warmup steps», «training steps» are no steps of a lineage.
    private static bool IsCounted(string?[] words, int at, int length) => length == 1 && words[at] is "steps" && at > 0
        && words[at - 1] is { Length: > 3 } sort && (!EverydayWords.AreGrammar(sort) || sort is "training" or "train") && !Lexicon.Knows(sort);

    // «Koala <-> StableVicuna» asks how they are related.
    private static ImmutableArray<CueHit> WithArrow(ImmutableArray<CueHit> cues, string text) =>
        text.Contains("<->", StringComparison.Ordinal) || text.Contains("<=>", StringComparison.Ordinal)
            || text.Contains('↔', StringComparison.Ordinal)
            ? cues.Add(new CueHit(new Cue(Topic.Path, [], Orientation.SubjectFirst), 0, 0, "<->"))
            : cues;

    private static ImmutableArray<string> Residue(string?[] words, bool[] taken) =>
        [.. words.Where((word, i) => word is { Length: > 2 } && !taken[i] && !EverydayWords.AreGrammar(word) && !KindWords.Contains(word))
            .OfType<string>()];

    private ImmutableArray<string> UnknownNames(string text, ImmutableArray<Term> terms, List<int> origins, ImmutableArray<Token> tokens,
        bool[] taken)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < terms.Length; i++)
        {
            if (terms[i].Word is not { } word || taken[i] || EverydayWords.Contains(word) || tokens[origins[i]].IsNumber)
                continue;
            var token = tokens[origins[i]];
            var withDigits = origins[i] + 1 < tokens.Length && tokens[origins[i] + 1] is { IsNumber: true } next
                && next.Start <= token.End + 1;
            if ((token.Capital && (token.Start > 0 || !vocabulary.Knows(word)) && word.Length > 2)
                || (withDigits && word.Length > 2 && !Lexicon.Knows(word)
                && (tokens[origins[i] + 1].Joined || (tokens[origins[i] + 1].Length <= LongestVersion && !vocabulary.Knows(word))
                || linker.IsName(word))))
                names.Add(text[token.Start..End(tokens, origins[i] + (withDigits ? 1 : 0))]);
        }

        return names.DrainToImmutable();
    }

    // «zorbo-7b» ends with its letter, not with its number.
    private static int End(ImmutableArray<Token> tokens, int at)
    {
        while (at + 1 < tokens.Length && tokens[at + 1].Joined)
            at++;
        return tokens[at].End;
    }

    // «X wasn't made by Y, was it»: the auxiliary comes again at the end.
    private static int Echo(ImmutableArray<Term> terms) => terms.Length > 4 && terms[^1].Word is "it" or "they" or "he" or "she"
        && terms[^2].Word is "was" or "did" or "does" or "has" or "were" or "do" or "is" or "are" or "wasnt" or "didnt" or "doesnt" or "hasnt"
            or "werent" or "dont" or "arent" && terms.Take(terms.Length - 2).Any(term => term.Mention is not null)
        && !terms.Any(term => term.Word is "what" or "who" or "when" or "which" or "how" or "why" or "where" or "whats" or "whos") ? 2 : 0;

    private static bool EndsWith(ImmutableArray<Term> terms, string[] tag)
    {
        for (var i = 0; i < tag.Length; i++)
        {
            if (terms.Length < tag.Length || terms[terms.Length - tag.Length + i].Word != tag[i])
                return false;
        }

        return true;
    }

    private bool StartsUnknown(ImmutableArray<Term> terms, List<int> origins, ImmutableArray<Token> tokens, bool[] taken)
    {
        for (var i = 0; i < terms.Length && terms[i].Mention is null; i++)
        {
            var next = origins[i] + 1 < tokens.Length ? tokens[origins[i] + 1] : default;
            if (!taken[i] && terms[i].Word is { Length: > 3 } word && !vocabulary.Knows(word) && next.Length > 0 && next.IsNumber
                && (next.Joined || (next.Start <= tokens[origins[i]].End + 1 && next.Length <= LongestVersion)))
                return true;
        }

        return false;
    }

    private static string? AskedSort(string?[] words, bool[] taken)
    {
        for (var i = 0; i + 1 < words.Length; i++)
        {
            if ((words[i] is "what" or "which") && words[i + 1] is { Length: > 3 } sort && !taken[i + 1] && !KindWords.Contains(sort)
                && !EverydayWords.AreGrammar(sort))
                return sort;
        }

        return null;
    }

    // «how many GPUs trained X» counts GPUs, «how many quantised versions» counts versions.
    private static bool IsVerb(ImmutableArray<CueHit> cues, int at) => cues.Any(hit => hit.First == at && hit.Cue is
    { Topic: Topic.Relation, Orientation: Orientation.ObjectFirst });

    // «how many GPUs», «batch size»: a measure that the notes may or may not know, told by the word beside it.
    private static string? Measured(string?[] words, bool[] taken, ImmutableArray<CueHit> cues)
    {
        // «Vicuna training cost?»
        if (words is [.., "cost" or "costs" or "price" or "budget"])
            return words[^1];
        foreach (var hit in cues)
        {
            if (hit.Words is "how much" && Array.Find(words, word =>
                word is "cost" or "costs" or "price" or "pay" or "paid" or "spend" or "spent" or "earn" or "earns" or "charge" or "charges"
                or "raise" or "raised" or "worth") is { } money)
                return money;
            if (hit.Words is "how many" or "how much" or "number of" && hit.End < words.Length && words[hit.End] is { Length: > 2 } counted
                && (!taken[hit.End] || (counted is "steps" && words.Count(word => word is null) < 2)) && (hit.End + 1 >= words.Length || !taken[hit.End + 1] || IsVerb(cues, hit.End + 1)) && !KindWords.Contains(counted)
                && !EverydayWords.AreGrammar(counted))
                return counted;
            if (hit.Words is "size" && hit.First > 0 && words[hit.First - 1] is { Length: > 2 } measured && !taken[hit.First - 1]
                && !KindWords.Contains(measured) && !EverydayWords.AreGrammar(measured))
                return measured + " size";
        }

        return null;
    }
}
