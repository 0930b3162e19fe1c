using System.Collections.Immutable;
using ChatLineage.Answering.Understanding.Shape;
using ChatLineage.Answering.Understanding.Words;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Members;

/// <summary>Things that carry one name: «qwen models» are all whose names begin so.</summary>
/// <param name="Name">The name as it was typed.</param>
/// <param name="Members">Its members.</param>
internal sealed record Family(string Name, ImmutableArray<Entity> Members)
{
    private const int Fewest = 2;

    /// <summary>The family that a question names before a word for its kind; null where it names none of several members.</summary>
    public static Family? Of(QuestionShape shape, EvaluationContext context)
    {
        var things = shape.Mentions.Where(mention => mention.Entity.Kind.IsArtefact()).ToList();
        if (things is not [var named] || shape.IndexOf(named) + 1 is var next && (next >= shape.Terms.Length
            || shape.Terms[next].Word is not { } kind || KindWords.Of(kind) is not { } sort || kind[^1] != 's'
            || !sort.IsArtefact()))
            return null;
        var tokens = Tokenizer.Tokens(shape.Text);
        var typed = shape.Text[tokens[named.First].Start..tokens[named.End - 1].End];
        return Of(typed, sort, context);
    }

    /// <summary>The family whose versions or releases a question asks for in order: «kandinsky versions»; null where it names none.</summary>
    public static Family? OfVersions(QuestionShape shape, EvaluationContext context)
    {
        var things = shape.Mentions.Where(mention => mention.Entity.Kind.IsArtefact()).ToList();
        if (things is not [var named] || shape.IndexOf(named) + 1 is var next && (next >= shape.Terms.Length || shape.Terms[next].Word
            is not ("versions" or "releases" or "generations" or "series" or "family" or "line" or "lineup" or "history" or "timeline" or "models")))
            return null;
        var tokens = Tokenizer.Tokens(shape.Text);
        var typed = shape.Text[tokens[named.First].Start..tokens[named.End - 1].End];
        if (Of(typed, named.Entity.Kind, context) is not { } family)
            return null;
        // Of what is itself called so, its numbered successors; of a mere family name, whatever goes on with a number.
        var key = Tokenizer.Key(typed);
        var whole = key == Tokenizer.Key(named.Entity.Name);
        var members = family.Members.Where(member => Tokenizer.Key(member.Name)[key.Length..].TrimStart('v') is var rest
            && (rest.Length == 0 || (whole ? rest.All(sign => char.IsAsciiDigit(sign) || sign == '.') : char.IsAsciiDigit(rest[0])))).ToImmutableArray();
        return members.Length < Fewest ? null : family with { Members = members };
    }

    private static Family? Of(string typed, EntityKind sort, EvaluationContext context)
    {
        var key = Tokenizer.Key(typed);
        var members = context.Knowledge.Entities.Where(entity => entity.Kind == sort
            && Tokenizer.Key(entity.Name).StartsWith(key, StringComparison.Ordinal)).ToImmutableArray();
        return members.Length < Fewest ? null : new Family(Spelled(members, typed, key), members);
    }

    // As the notes spell it: «qwen» is Qwen.
    private static string Spelled(ImmutableArray<Entity> members, string typed, string key) =>
        members.Select(member => member.Name).FirstOrDefault(name => Tokenizer.Key(name) == key)
            ?? (members[0].Name.StartsWith(typed, StringComparison.OrdinalIgnoreCase) ? members[0].Name[..typed.Length] : typed);
}
