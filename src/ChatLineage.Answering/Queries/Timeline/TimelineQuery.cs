using System.Collections.Immutable;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Timeline;

/// <summary>What happened, in order.</summary>
/// <param name="Entities">What it is about; empty for everything.</param>
/// <param name="From">The earliest day; null for none.</param>
/// <param name="To">The latest day; null for none.</param>
/// <param name="Kind">The kind of thing asked for; null for any.</param>
internal sealed record TimelineQuery(ImmutableArray<Entity> Entities, DateOnly? From, DateOnly? To, EntityKind? Kind) : Query
{
    /// <summary>True when the things themselves are put in order and nothing around them.</summary>
    public bool Only { get; init; }

    public override string InWords =>
        $"timeline({string.Join(", ", Entities.Select(entity => entity.Id))}; {From?.ToString("yyyy-MM-dd", null)}..{To?.ToString("yyyy-MM-dd", null)})";
}
