using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Answering.Understanding.Names;
using ChatLineage.Answering.Understanding.Shape;
using ChatLineage.Answering.Understanding.Words;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Understanding.References;

/// <summary>
/// Makes a follow-up self-contained: a pronoun becomes the name that it stands for, «what about X?» becomes the last question about
/// X, and a question without any name gets the subject of the last one.
/// </summary>
/// <remarks>Pure; safe from any number of threads.</remarks>
internal sealed partial class FollowUp(ShapeReader shapes, NameIndex names, FactBook facts)
{
    private readonly Versions _versions = new(names);
    private readonly Pronouns _pronouns = new(facts);

    private static readonly string[] Again = ["what about", "how about", "and for", "and", "what of", "same for", "same question for",
        "also"];

    /// <summary>The question with every reference to earlier turns written out.</summary>
    public string Resolve(string text, ImmutableArray<Turn> history)
    {
        // Small talk in between does not change the subject.
        if (history.LastOrDefault(turn => turn.Answer.Entities.Length + turn.Answer.Named.Length > 0)?.Answer is not { } last)
            return text;
        var shape = shapes.Read(text);
        if (shape.Mentions.IsEmpty && ThenWhat().IsMatch(text) && Instead(last) is { } instead)
            return instead;
        if (Subject(last) is { } old && _versions.WrittenOut(text, old) is { } spelled && spelled != text)
            return Resolve(spelled, history);
        if (shape.Mentions.IsEmpty && Subject(last) is { } before && (Another(text, before, last) ?? OfThose(text, before)
            ?? Relative(text, before, last) ?? Plurals.WrittenOut(text, last)) is { } resolved)
            return resolved;
        if (WasAlways().IsMatch(text) && last.Queries.FirstOrDefault()?.StartsWith("licence(", StringComparison.Ordinal) == true
            && Subject(last) is { } licensed)
            return YesNo().IsMatch(text) ? $"was the licence of {licensed.Name} always the same" : $"which licence did {licensed.Name} have before";
        if (SinceWhen().IsMatch(text) && last.Queries.FirstOrDefault()?.StartsWith("licence(", StringComparison.Ordinal) == true
            && Subject(last) is { } bound)
            return $"from when till when was {bound.Name} under its licences";
        if (shape.Mentions.IsEmpty && Variant().Match(text) is { Success: true } variant && Subject(last) is { } family
            && Repeat(last, null, $"{family.Name} {variant.Groups[1].Value}") is { } again)
            return OtherVariant().Replace(again, "$1");
        if ((shape.UnknownNames.IsEmpty || !shape.Mentions.IsEmpty) && _pronouns.WrittenOut(text, shape, last) is { } named)
            return named;
        if (!shape.UnknownNames.IsEmpty && shape.Mentions.IsEmpty)
            return text;
        if (shape.Mentions.IsEmpty && Sibling(text, last) is { } sibling)
        {
            text = text.Replace(sibling.Word, sibling.Name, StringComparison.Ordinal);
            shape = shapes.Read(text);
        }

        if (shape.Mentions is [var only] && IsEllipsis(text, shape) && Repeat(last, only.Entity, Spelled(text, only)) is { } repeated)
            return repeated;
        return shape.Mentions.IsEmpty && Subject(last) is { } subject && NeedsSubject(shape) ? $"{subject.Name}: {text}" : text;
    }

    // «and v2?» asks the last question of another version.
    private string? Another(string text, Entity subject, Answer last) =>
        _versions.Asked(text, subject) is { } version ? Repeat(last, version, version.Name) : null;

    // «then what» after a no asks what holds in its place.
    private static string? Instead(Answer last) =>
        last.Queries.FirstOrDefault() is { } query && query.StartsWith("verify(", StringComparison.Ordinal) && Subject(last) is { } subject
            ? query.Contains("licensed_under", StringComparison.Ordinal) ? $"what is the licence of {subject.Name}"
            : query.Contains("released_by", StringComparison.Ordinal) || query.Contains("created_by", StringComparison.Ordinal)
                ? $"who made {subject.Name}"
            : query.Contains("trained_on", StringComparison.Ordinal) ? $"what was {subject.Name} trained on" : $"what is {subject.Name} built on"
            : null;

    // «which of those is the newest» after what somebody released.
    private static string? OfThose(string text, Entity subject) =>
        subject.Kind == EntityKind.Organisation && AmongThose().Match(text) is { Success: true } among
            ? $"which model by {subject.Name}{text[(among.Index + among.Length)..]}" : null;

    // «and its successor?» asks who that is, and the last question of it.
    private string? Relative(string text, Entity subject, Answer last)
    {
        if (RelativeOf().Match(text) is not { Success: true } asked || !shapes.Read(last.Question).Cues.Any(hit =>
            hit.Cue.Topic is Topic.Relation or Topic.Licence or Topic.Date or Topic.Size))
            return null;
        var who = $"what is {subject.Name}'s {asked.Groups[1].Value}";
        return Repeat(last, null, "that one") is { } again && again.Length < 160 ? $"{who}, and {again}" : who + "?";
    }

    // «and schnell?» after a question about FLUX.1 dev: the last word of its name is exchanged.
    private (string Word, string Name)? Sibling(string text, Answer last)
    {
        if (Subject(last) is not { } subject || subject.Name.LastIndexOfAny([' ', '-']) is not (> 0 and var cut))
            return null;
        foreach (var token in Tokenizer.Tokens(text).Where(token => token.Length > 1 && !EverydayWords.AreGrammar(token.Text)))
        {
            var name = subject.Name[..(cut + 1)] + text[token.Start..token.End];
            if (names.Find(Tokenizer.Key(name)) is [var found, ..] && found.Entity != subject)
                return (text[token.Start..token.End], found.Entity.Name);
        }

        return null;
    }

    private static bool IsEllipsis(string text, QuestionShape shape)
    {
        var lower = text.TrimStart().ToLowerInvariant();
        return Again.Any(start => lower.StartsWith(start + " ", StringComparison.Ordinal))
            && shape.Cues.All(hit => hit.Cue.Topic is Topic.Definition or Topic.List or Topic.Order) && shape.Residue.Length <= 1;
    }

    // The last question about another entity: the name of its subject is replaced where it stands.
    private string? Repeat(Answer last, Entity? entity, string spelled)
    {
        var before = shapes.Read(last.Question);
        if (before.Mentions.FirstOrDefault(mention => mention.Entity == Subject(last)) is not { } old || old.Entity == entity)
            return null;
        var tokens = Tokenizer.Tokens(last.Question);
        return last.Question[..tokens[old.First].Start] + spelled + last.Question[tokens[old.End - 1].End..];
    }

    private static string Spelled(string text, Mention mention)
    {
        var name = Tokenizer.Tokens(text)[mention.First..mention.End];
        return text[name[0].Start..name[^1].End];
    }

    private static bool NeedsSubject(QuestionShape shape) =>
        !shape.Cues.IsEmpty && shape.Dates.IsEmpty && shape.UnknownNames.IsEmpty && shape.Residue.Length <= 2 && shape.Terms.Length <= 9
        && shape.Cues.Any(hit => hit.Cue.Topic is not Topic.Definition);

    /// <summary>What the last answer was about.</summary>
    internal static Entity? Subject(Answer last) => last.Entities.FirstOrDefault() ?? last.Named.FirstOrDefault();

    [GeneratedRegex(@"^\s*(?:and|what about|how about|also)?\s*(?:its|the|their)\s+(successor|predecessor|base|base model|follow-?up|next version|previous version|parent)\s*[?.!]*\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex RelativeOf();

    [GeneratedRegex(@"^\s*(?:ok(?:ay)?,?\s+|so,?\s+|but,?\s+|well,?\s+|then,?\s+|if not,?\s+|hm+,?\s+)*(?:what|which|who|what(?:'?s| is| was)? it|on what|by whom|which one)(?:\s+then|\s+instead)?\s*[?.!]*\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex ThenWhat();

    [GeneratedRegex(@"^\s*(?:and\s+|so\s+)?(?:since when|when (?:was|did|is) (?:that|it|this)(?: (?:happen|change|changed|relicensed|switched?))?|when did (?:it|that|this) (?:change|happen|switch)|from when)\s*[?.!]*\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex SinceWhen();

    // The variant that the last question spoke of makes room for the one asked about now.
    [GeneratedRegex(@"\b(tiny|mini|small|base|medium|large|giant|huge|xl|big|code|weights|chat|instruct|data)\s+(?:tiny|mini|small|base|medium|large|giant|huge|xl|big|code|weights|chat|instruct|data)(?:\s+(?:one|ones|model|version|variant))?\b", RegexOptions.IgnoreCase)]
    private static partial Regex OtherVariant();

    // «and the small one?»
    [GeneratedRegex(@"^\s*(?:and|what about|how about|or)\s+(?:the\s+)?(tiny|mini|small|base|medium|large|giant|huge|xl|big|code|weights|chat|instruct|data)(?:\s+(?:one|ones|model|version|variant))?\s*[?.!]*\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Variant();

    [GeneratedRegex(@"^\s*(?:and\s+|so\s+)?(?:was|were|is|has|did|wasnt|wasn't)\b", RegexOptions.IgnoreCase)]
    private static partial Regex YesNo();

    [GeneratedRegex(@"\b(always|used to be|before that|originally|ever different|changed?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex WasAlways();

    [GeneratedRegex(@"^\s*(?:and\s+|so\s+)?(?:which|what)(?:\s+one)?\s+of\s+(?:those|these|them)", RegexOptions.IgnoreCase)]
    private static partial Regex AmongThose();
}
