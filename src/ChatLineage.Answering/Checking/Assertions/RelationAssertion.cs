using System.Collections.Immutable;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Checking.Assertions;

/// <summary>That two entities stand in a relation.</summary>
/// <param name="Subjects">What the subject can mean.</param>
/// <param name="Predicates">The relations meant, the one that the words name first: any of them makes it true.</param>
/// <param name="Objects">What the object can mean.</param>
/// <param name="Negated">True when the sentence denies it.</param>
/// <param name="Size">The size of the subject that is meant: <c>14B</c>; null for any.</param>
/// <param name="Words">The other words of the clause, folded: the part that something plays.</param>
internal sealed record RelationAssertion(ImmutableArray<Entity> Subjects, ImmutableArray<Predicate> Predicates,
    ImmutableArray<Entity> Objects, bool Negated, string? Size, ImmutableArray<string> Words)
    : Assertion(Subjects)
{
    public Entity Object => Objects[0];

    public override string InWords => $"{Subject!.Name} {(Negated ? Predicates[0].Denial : Predicates[0].Phrase)} {Object.Name}";

    public override string Relation => Predicates[0].Id;

    public override string Value => Object.Id;
}
