using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Answering.Understanding.Shape;
using ChatLineage.Answering.Understanding.Words;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Understanding.References;

/// <summary>Writes out pronouns: «it», «that one», «the lab» after what the last answer spoke of.</summary>
/// <remarks>Pure; safe from any number of threads.</remarks>
internal sealed partial class Pronouns(FactBook facts)
{
    private static readonly string[] Subjects = ["it", "its", "he", "she", "his", "her", "him", "they", "their", "them", "theirs",
        "itself"];
    private static readonly string[] People = ["he", "she", "his", "her", "him"];
    private static readonly string[] Results = ["that", "this", "those", "these", "that one", "this one"];

    /// <summary>The text with the name of the thing in place of its first pronoun; null when none points back.</summary>
    public string? WrittenOut(string text, QuestionShape shape, Answer last)
    {
        var tokens = Tokenizer.Tokens(text);
        foreach (var token in tokens)
        {
            if (OfKind(tokens, token, last) is { } meant)
                return text[..token.Start] + meant.Entity.Name + text[meant.End..];
            // «whats in there» looks into what was named last.
            if (token.Text is "there" && tokens.IndexOf(token) is > 0 and var place && tokens[place - 1].Text is "in" && !NamedBefore(shape, token)
                && (Result(last, shape) ?? FollowUp.Subject(last)) is { } holder)
                return text[..token.Start] + holder.Name + text[token.End..];
            var isSubject = Subjects.Contains(token.Text);
            if (!isSubject && !(Results.Contains(token.Text) && IsObject(tokens, token)))
                continue;
            if (NamedBefore(shape, token))
                return null;
            // «what did they train it on»: who they are follows from what it is.
            if (token.Text is "they" && tokens.Any(other => other.Start > token.End && other.Text is "it"))
                continue;
            var entity = People.Contains(token.Text) ? Person(last) : token.Text is "they" or "their" && OfMakers().IsMatch(text)
                && Maker(last) is { } maker ? maker : isSubject ? FollowUp.Subject(last) : Result(last, shape) ?? FollowUp.Subject(last);
            if (entity is null)
                return null;
            var name = token.Text is "its" or "their" or "his" or "her" or "theirs" ? entity.Name + "'s" : entity.Name;
            var end = tokens.IndexOf(token) + 1 is var next && next < tokens.Length && (tokens[next].Text is "one" or "ones"
                || (token.Text is "that" or "this" && tokens[next].Text is "base" or "llm" or "checkpoint" or "backbone" or "parent"))
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
        var makers = kind == EntityKind.Organisation && FollowUp.Subject(last) is { } subject ? facts.Makers(subject)
            .Select(fact => fact.Object)
            : [];
        return last.Named.Concat(last.Entities).Concat(makers).FirstOrDefault(entity => entity.Kind == kind) is { } entity
            ? (entity, tokens[next].End) : null;
    }

    // «is that true», «that model»: the word points back only where it stands for a thing.
    private static bool IsObject(ImmutableArray<Token> tokens, Token token)
    {
        var at = tokens.IndexOf(token);
        // «what data did that see»
        if (at > 0 && at + 1 < tokens.Length && tokens[at - 1].Text is "did" or "does" && tokens[at + 1].Text is not ("happen" or "mean" or "go"))
            return true;
        return at == tokens.Length - 1 || tokens[at + 1].Text is "one" or "ones" or "out" or "up" or "together" or "model" or "dataset" or "company" or "made" or "come"
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

    // «what else did they make» after «who made X» means the makers.
    private static Entity? Maker(Answer last) =>
        last.Queries.FirstOrDefault()?.Contains("released_by", StringComparison.Ordinal) == true
            ? last.Named.FirstOrDefault(entity => entity.Kind == EntityKind.Organisation) : null;

    private static Entity? Person(Answer last) => last.Named.Concat(last.Entities)
        .FirstOrDefault(entity => entity.Kind == EntityKind.Person) ?? FollowUp.Subject(last);

    // A licence is what «that» stands for only where licences are asked about: «who made that» after one means the model.
    // After a description it stands for what was described.
    private static Entity? Result(Answer last, QuestionShape shape) => last.Queries.FirstOrDefault()?.StartsWith("describe(",
        StringComparison.Ordinal) == true ? null : last.Named.FirstOrDefault(entity =>
        !last.Entities.Contains(entity) && (entity.Kind != EntityKind.Licence
            || shape.Cues.Any(hit => hit.Cue.Topic is Topic.Licence or Topic.Commercial or Topic.Openness)));

    [GeneratedRegex(@"\bwho(?:'?s| is| are| were)? they\b|\b(?:did|do|have) they (?!come|descend|derive|use)|\btheir (?:founder|founders|ceo|boss|other|models|datasets|team|funding|investors|latest|newest|first)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OfMakers();
}
