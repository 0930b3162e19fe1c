using System.Collections.Immutable;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Compare;

/// <summary>How entities compare.</summary>
/// <param name="Entities">The entities: at least two.</param>
/// <param name="Aspect">What is compared.</param>
/// <param name="YesNo">True when the question wants yes or no.</param>
/// <param name="Reverse">True for the later or the smaller one.</param>
/// <param name="BeforeOrAfter">True when the question leaves the order open: «before or after».</param>
internal sealed record CompareQuery(ImmutableArray<Entity> Entities, Aspect Aspect, bool YesNo, bool Reverse, bool BeforeOrAfter = false)
    : Query
{
    public override string InWords =>
        $"compare({string.Join(", ", Entities.Select(entity => entity.Id))}; {Aspect.ToString().ToLowerInvariant()})";
}
