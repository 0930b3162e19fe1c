using System.Collections.Immutable;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Checking.Assertions;

/// <summary>That several unnamed things stand in a relation to something: «many of these models are built on LLaMA».</summary>
/// <param name="Predicates">The relations meant.</param>
/// <param name="Objects">What they relate to.</param>
/// <param name="Least">How many make it true.</param>
/// <param name="Quantifier">How many the sentence says there are: <c>many</c>.</param>
internal sealed record CountAssertion(ImmutableArray<Predicate> Predicates, ImmutableArray<Entity> Objects, int Least, string Quantifier)
    : Assertion([])
{
    public override string InWords =>
        $"{char.ToUpperInvariant(Quantifier[0])}{Quantifier[1..]}: {Predicates[0].SubjectsNoun} of {Objects[0].Name}";

    public override string Relation => Predicates[0].Id;

    public override string Value => Objects[0].Id;
}
