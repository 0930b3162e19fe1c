using System.Collections.Immutable;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Attribute;

/// <summary>A value of an entity: its date, its size, how open it is.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Attribute">Which value.</param>
/// <param name="Claimed">A date that the question claims, to be confirmed or denied; null when it asks for it.</param>
/// <param name="Hints">Other words of the question.</param>
internal sealed record AttributeQuery(Entity Entity, AttributeName Attribute, PartialDate? Claimed, ImmutableArray<string> Hints) : Query
{
    public override string InWords =>
        $"attribute({Entity.Id}, {Attribute.ToString().ToLowerInvariant()}{(Claimed is { } date ? " = " + date : "")})";

    public override Query? About(Entity namesake) => this with { Entity = namesake };
}
