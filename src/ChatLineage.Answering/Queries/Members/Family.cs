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
