using System.Collections.Immutable;
using ChatLineage.Answering.Checking.Sentences;
using ChatLineage.Answering.Queries;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Checking.Assertions;

/// <summary>Finds things that a text describes instead of naming them.</summary>
internal sealed class DescribedThings(EvaluationContext context)
{
    private static readonly string[] DataWords = ["examples", "data", "dataset", "pairs", "prompts", "instructions", "samples",
        "conversations", "set", "corpus", "responses"];

    /// <summary>«its OSS-Instruct examples» names data by the method that made it: such data comes first.</summary>
    public ImmutableArray<Piece> Widen(ImmutableArray<Piece> pieces) => [.. pieces.Select((piece, at) =>
    {
        if (piece.Entity is not { Kind: EntityKind.Tool or EntityKind.Model } method || at + 1 >= pieces.Length
            || !DataWords.Contains(pieces[at + 1].Word))
            return piece;
        var owner = pieces[..at].LastOrDefault(each => each.Possessive)?.Entity;
        var made = context.Facts.To(method, Predicates.Uses, Predicates.DistilledFrom).Select(fact => fact.Subject)
            .Where(subject => subject.Kind == EntityKind.Dataset && subject.Name.Contains(method.Name, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(subject => owner is not null && context.Facts.From(owner, Predicates.TrainedOn)
                .Any(fact => fact.Object == subject))
            .Take(1).ToList();
        return made.Count == 0 ? piece : piece with { Entities = [.. made, .. piece.Entities] };
    })];

    /// <summary>The one thing that a maker made and that stands in a relation to something: «Hugging Face's alternative to
    /// ChatGPT».</summary>
    public Entity? By(Entity maker, IReadOnlyCollection<Predicate> predicates, Entity target)
    {
        var found = context.Facts.To(target, predicates).Select(fact => fact.Subject).Where(subject => context.Facts.IsBy(subject, maker))
            .Distinct().Take(2).ToList();
        return found.Count == 1 ? found[0] : null;
    }
}
