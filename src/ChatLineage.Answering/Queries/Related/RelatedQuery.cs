using System.Collections.Immutable;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Related;

/// <summary>What stands in a relation to an entity: what X was trained on, what was built on X.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Predicates">The relations, the preferred ones first.</param>
/// <param name="Inverse">False: the objects of the entity; true: the subjects whose object it is.</param>
/// <param name="Filter">Conditions on what is listed.</param>
/// <param name="Count">True when the question asks how many.</param>
/// <param name="Hints">Words of the question that can single out some of the results.</param>
/// <param name="Excluded">Results that the question shuts out: «besides X».</param>
/// <param name="CueWords">Words of the phrase itself that say more than its relation: «founding members».</param>
internal sealed record RelatedQuery(
    Entity Entity, ImmutableArray<Predicate> Predicates, bool Inverse, Filter Filter, bool Count, ImmutableArray<string> Hints,
        ImmutableArray<string> CueWords, ImmutableArray<Entity> Excluded) : Query
{
    /// <summary>The kind of thing asked for, where the question names one; null for any.</summary>
    public EntityKind? ObjectKind { get; init; }

    /// <summary>The organisation in which the place of a person is asked for; null for any.</summary>
    public Entity? Within { get; init; }

    /// <summary>True when only models of language are asked for, where there are others beside them.</summary>
    public bool TextOnly { get; init; }

    public override string InWords =>
        $"related({Entity.Id}, {(Inverse ? "inverse " : "")}{string.Join("|", Predicates.Select(predicate => predicate.Id))}{Filter.InWords()})";

    public override Query? About(Entity namesake) => this with { Entity = namesake };
}
