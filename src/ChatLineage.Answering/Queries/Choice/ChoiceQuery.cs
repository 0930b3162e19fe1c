using System.Collections.Immutable;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Choice;

/// <summary>Of which of several things a relation holds: «is Falcon or MPT the one trained on RefinedWeb».</summary>
/// <param name="Candidates">The things to choose from, each with those of the same name.</param>
/// <param name="Predicates">The relations that answer.</param>
/// <param name="Other">What the relation leads to.</param>
/// <param name="Inverse">True when the candidates are what it leads to: «was X made by A or by B».</param>
internal sealed record ChoiceQuery(ImmutableArray<ImmutableArray<Entity>> Candidates, ImmutableArray<Predicate> Predicates, Entity Other,
    bool Inverse) : Query
{
    public override string InWords =>
        $"choice({string.Join(" or ", Candidates.Select(each => each[0].Id))}; {(Inverse ? "inverse " : "")}{Predicates[0].Id} {Other.Id})";
}
