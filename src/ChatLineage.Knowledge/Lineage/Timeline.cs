using System.Collections.Immutable;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Knowledge.Lineage;

/// <summary>What is dated about entities, in order.</summary>
/// <remarks>A pure function over an immutable snapshot; safe from any number of threads.</remarks>
public static class Timeline
{
    /// <summary>The dates of the entities' notes and of the standing claims of which they are the subject, earliest first.</summary>
    /// <param name="knowledge">The notes.</param>
    /// <param name="entities">What the timeline is about.</param>
    /// <param name="from">The earliest day, inclusive; null for none. A date told less exactly counts when it can fall inside.</param>
    /// <param name="to">The latest day, inclusive; null for none.</param>
    public static ImmutableArray<TimelineEntry> Of(KnowledgeBase knowledge, IEnumerable<Entity> entities, DateOnly? from = null,
        DateOnly? to = null)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        return
        [
            .. entities.Distinct().SelectMany(entity => Entries(knowledge, entity))
                .Where(entry => (from is null || entry.Date.Latest >= from) && (to is null || entry.Date.Earliest <= to))
                .OrderBy(entry => entry.Date)
                .ThenBy(entry => entry.Entity.Id, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<TimelineEntry> Entries(KnowledgeBase knowledge, Entity entity)
    {
        var claims = knowledge.ClaimsFrom(entity).Where(claim => claim.Stands && claim.On is not null)
            .GroupBy(claim => (claim.Predicate, claim.Object, On: claim.On!.Value))
            .Select(same => new TimelineEntry(entity, same.Key.On, [.. same]))
            .ToList();
        // The note's own date is told by a claim where one gives it too.
        var released = entity.Released is { } date && !claims.Exists(entry => entry.Date == date && entry.Claims[0].Predicate.Dated)
            ? new[] { new TimelineEntry(entity, date, []) }
            : [];
        return released.Concat(claims);
    }
}
