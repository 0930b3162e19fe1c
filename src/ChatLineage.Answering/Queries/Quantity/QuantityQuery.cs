using System.Collections.Immutable;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Quantity;

/// <summary>How many of something that is no kind of entity: volunteers, users, hours, dollars.</summary>
/// <param name="Entities">What it is about.</param>
/// <param name="Measure">The thing counted, as the question says it.</param>
/// <param name="Hints">Other words of the question.</param>
internal sealed record QuantityQuery(ImmutableArray<Entity> Entities, string Measure, ImmutableArray<string> Hints) : Query
{
    public override string InWords => $"quantity({string.Join(", ", Entities.Select(entity => entity.Id))}; {Measure})";
}
