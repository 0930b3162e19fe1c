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
    private static readonly string[] Subjects = ["it", "its", "he", "she", "his", "her", "him", "they", "their", "them", "theirs",
        "itself"];
    private static readonly string[] People = ["he", "she", "his", "her", "him"];
    private static readonly string[] Results = ["that", "this", "those", "these", "that one", "this one"];
    private readonly Versions _versions = new(names);

    private static readonly string[] Again = ["what about", "how about", "and for", "and", "what of", "same for", "same question for",
        "also"];

    /// <summary>The question with every reference to earlier turns written out.</summary>
    public string Resolve(string text, ImmutableArray<Turn> history)
    {
        // Small talk in between does not change the subject.
        if (history.LastOrDefault(turn => turn.Answer.Entities.Length + turn.Answer.Named.Length > 0)?.Answer is not { } last)
            return text;
        var shape = shapes.Read(text);
        if (shape.Mentions.IsEmpty && Subject(last) is { } before && (Another(text, before, last) ?? OfThose(text, before)
            ?? Relative(text, before, last) ?? Plurals.WrittenOut(text, last)) is { } resolved)
            return resolved;
        if (WasAlways().IsMatch(text) && last.Queries.FirstOrDefault()?.StartsWith("licence(", StringComparison.Ordinal) == true
            && Subject(last) is { } licensed)
            return $"which licence did {licensed.Name} have before";
        if ((shape.UnknownNames.IsEmpty || !shape.Mentions.IsEmpty) && Pronoun(text, shape, last) is { } named)
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

    private string? Pronoun(string text, QuestionShape shape, Answer last)
    {
        var tokens = Tokenizer.Tokens(text);
        foreach (var token in tokens)
        {
            if (OfKind(tokens, token, last) is { } meant)
                return text[..token.Start] + meant.Entity.Name + text[meant.End..];
            var isSubject = Subjects.Contains(token.Text);
            if (!isSubject && !(Results.Contains(token.Text) && IsObject(tokens, token)))
                continue;
            if (NamedBefore(shape, token))
                return null;
            var entity = People.Contains(token.Text) ? Person(last) : token.Text is "they" or "their" && OfMakers().IsMatch(text)
                && Maker(last) is { } maker ? maker : isSubject ? Subject(last) : Result(last, shape) ?? Subject(last);
            if (entity is null)
                return null;
            var name = token.Text is "its" or "their" or "his" or "her" or "theirs" ? entity.Name + "'s" : entity.Name;
            var end = tokens.IndexOf(token) + 1 is var next && next < tokens.Length && tokens[next].Text is "one" or "ones"
                ? tokens[next].End : token.End;
            return text[..token.Start] + name + text[end..];
        }

        return null;
    }

    // «that org», «this dataset»: the thing of that kind that was spoken of last.
    private (Entity Entity, int End)? OfKind(ImmutableArray<Token> tokens, Token token, Answer last)
    {
        var next = tokens.IndexOf(token) + 1;
        if (next >= tokens.Length || KindWords.Of(tokens[next].Text) is not { } kind)
            return null;
        // «his company» is that of the person spoken of; «its licence» asks for one.
        var owned = kind == EntityKind.Organisation && People.Contains(token.Text);
        if (!owned && token.Text is not ("that" or "this" or "the" or "these" or "those"))
            return null;
        if (token.Text == "the" && next + 1 < tokens.Length)
            return null;
        // «the lab» is whoever made what was spoken of, where no other was named.
        var makers = kind == EntityKind.Organisation && Subject(last) is { } subject ? facts.Makers(subject).Select(fact => fact.Object)
            : [];
        return last.Named.Concat(last.Entities).Concat(makers).FirstOrDefault(entity => entity.Kind == kind) is { } entity
            ? (entity, tokens[next].End) : null;
    }

    // «is that true», «that model»: the word points back only where it stands for a thing.
    private static bool IsObject(ImmutableArray<Token> tokens, Token token)
    {
        var at = tokens.IndexOf(token);
        return at == tokens.Length - 1 || tokens[at + 1].Text is "one" or "ones" or "model" or "dataset" or "company" or "made" or "come"
            or "based" or "built" or "released" or "trained" or "licensed" or "from" or "on" or "under" or "open" or "free" or "base"
            or "tool";
    }

    // A thing named earlier in the same question is what the pronoun stands for; a company is not: «which chatbot of LAION used it».
    private static bool NamedBefore(QuestionShape shape, Token token)
    {
        var tokens = Tokenizer.Tokens(shape.Text);
        return shape.Mentions.Any(mention => tokens[mention.First].Start < token.Start
            && mention.Entity.Kind is not EntityKind.Organisation and not EntityKind.Person and not EntityKind.Licence);
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

    private static Entity? Subject(Answer last) => last.Entities.FirstOrDefault() ?? last.Named.FirstOrDefault();

    // «what else did they make» after «who made X» means the makers.
    private static Entity? Maker(Answer last) =>
        last.Queries.FirstOrDefault()?.Contains("released_by", StringComparison.Ordinal) == true
            ? last.Named.FirstOrDefault(entity => entity.Kind == EntityKind.Organisation) : null;

    private static Entity? Person(Answer last) => last.Named.Concat(last.Entities)
        .FirstOrDefault(entity => entity.Kind == EntityKind.Person) ?? Subject(last);

    // A licence is what «that» stands for only where licences are asked about: «who made that» after one means the model.
    private static Entity? Result(Answer last, QuestionShape shape) => last.Named.FirstOrDefault(entity =>
        !last.Entities.Contains(entity) && (entity.Kind != EntityKind.Licence
            || shape.Cues.Any(hit => hit.Cue.Topic is Topic.Licence or Topic.Commercial or Topic.Openness)));

    [GeneratedRegex(@"^\s*(?:and|what about|how about|also)?\s*(?:its|the|their)\s+(successor|predecessor|base|base model|follow-?up|next version|previous version|parent)\s*[?.!]*\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex RelativeOf();

    [GeneratedRegex(@"\b(always|used to be|before that|originally|ever different|changed?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex WasAlways();

    [GeneratedRegex(@"\bwho(?:'?s| is| are| were)? they\b|\b(?:did|do|have) they (?!come|descend|derive|use)|\btheir (?:founder|founders|ceo|boss|other|models|datasets|team|funding|investors|latest|newest|first)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OfMakers();

    [GeneratedRegex(@"^\s*(?:and\s+|so\s+)?(?:which|what)(?:\s+one)?\s+of\s+(?:those|these|them)", RegexOptions.IgnoreCase)]
    private static partial Regex AmongThose();
}
