using System.Collections.Immutable;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Composed;

/// <summary>A relation of a relation: «what was the base of X trained on», «who leads the company behind X».</summary>
/// <param name="Entity">The entity that the question names.</param>
/// <param name="Inner">The relation that leads to the things in between.</param>
/// <param name="Outer">What is asked of those.</param>
/// <param name="Deepest">True when the last of them is meant: «in the end».</param>
internal sealed record ComposedQuery(Entity Entity, ImmutableArray<Predicate> Inner, ImmutableArray<Predicate> Outer, bool Deepest = false)
    : Query
{
    public override string InWords => $"related(related({Entity.Id}, {Inner[0].Id}), {Outer[0].Id})";
}
