using System.Collections.Immutable;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Conflicts;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Knowledge.Comparing;

/// <summary>What a change to the notes does to the graph, for reviews.</summary>
/// <param name="Added">Entities that are new.</param>
/// <param name="Removed">Entities that went.</param>
/// <param name="Fields">Fields above the claims that changed.</param>
/// <param name="Claims">Claims that came, went or changed, by subject.</param>
/// <param name="Conflicts">Conflicts that came, went or got another verdict, by subject.</param>
/// <param name="Roots">Entities whose ultimate bases changed.</param>
public sealed record KnowledgeDifference(
    ImmutableArray<Entity> Added,
    ImmutableArray<Entity> Removed,
    ImmutableArray<FieldChange> Fields,
    ImmutableArray<ClaimChange> Claims,
    ImmutableArray<ConflictChange> Conflicts,
    ImmutableArray<RootChange> Roots)
{
    /// <summary>True when the graph is the same.</summary>
    public bool IsEmpty => Added.IsEmpty && Removed.IsEmpty && Fields.IsEmpty && Claims.IsEmpty && Conflicts.IsEmpty && Roots.IsEmpty;

    /// <summary>Compares two snapshots.</summary>
    public static KnowledgeDifference Between(KnowledgeBase before, KnowledgeBase after) => new(
        [.. after.Entities.Where(entity => before.FindEntity(entity.Id) is null)],
        [.. before.Entities.Where(entity => after.FindEntity(entity.Id) is null)],
        FieldChanges(before, after),
        ClaimChanges(before, after),
        ConflictChanges(before, after),
        RootChanges(before, after));

    private static ImmutableArray<FieldChange> FieldChanges(KnowledgeBase before, KnowledgeBase after) =>
    [
        .. after.Entities
            .Where(entity => before.FindEntity(entity.Id) is not null)
            .SelectMany(entity => FieldsOf(before.FindEntity(entity.Id)!)
                .Zip(FieldsOf(entity), (old, now) => new FieldChange(entity.Id, now.Name, old.Value, now.Value)))
            .Where(change => change.Before != change.After),
    ];

    private static IEnumerable<(string Name, string? Value)> FieldsOf(Entity entity) =>
    [
        ("name", entity.Name),
        ("kind", entity.Kind.Word()),
        ("aliases", entity.Aliases.IsEmpty ? null : string.Join(", ", entity.Aliases)),
        ("released", entity.Released?.ToString()),
        (entity.Kind == EntityKind.Model ? "parameters" : "size", entity.Size),
        ("open", entity.Openness == Openness.NotRecorded ? null : entity.Openness.Word()),
        ("terms", entity.Terms is { } terms
            ? $"commercial {terms.Commercial}, share-alike {(terms.ShareAlike ? "yes" : "no")}, {terms.Conditions}" : null),
    ];

    private static ImmutableArray<ClaimChange> ClaimChanges(KnowledgeBase before, KnowledgeBase after)
    {
        // Claims that are told alike on both sides drop out; what is left of a relation is paired as changed, the rest came or went.
        var was = before.Claims.GroupBy(Relation).ToDictionary(group => group.Key, group => group.ToList());
        var isNow = after.Claims.GroupBy(Relation).ToDictionary(group => group.Key, group => group.ToList());
        var changes = ImmutableArray.CreateBuilder<ClaimChange>();
        foreach (var relation in was.Keys.Union(isNow.Keys).Order(StringComparer.Ordinal))
        {
            var olds = was.GetValueOrDefault(relation, []);
            var news = isNow.GetValueOrDefault(relation, []);
            var same = olds.Select(Told).Intersect(news.Select(Told)).ToHashSet(StringComparer.Ordinal);
            var gone = olds.Where(claim => !same.Contains(Told(claim))).ToList();
            var come = news.Where(claim => !same.Contains(Told(claim))).ToList();
            for (var i = 0; i < Math.Max(gone.Count, come.Count); i++)
                changes.Add(new ClaimChange(gone.ElementAtOrDefault(i), come.ElementAtOrDefault(i)));
        }

        return changes.DrainToImmutable();
    }

    private static ImmutableArray<ConflictChange> ConflictChanges(KnowledgeBase before, KnowledgeBase after)
    {
        var was = ByKey(before);
        var isNow = ByKey(after);
        return
        [
            .. was.Keys.Union(isNow.Keys).Order(StringComparer.Ordinal)
                .Select(key => new ConflictChange(was.GetValueOrDefault(key), isNow.GetValueOrDefault(key)))
                .Where(change => change.Before?.Verdict != change.After?.Verdict),
        ];

        static Dictionary<string, Conflict> ByKey(KnowledgeBase knowledge) =>
            knowledge.Entities.SelectMany(entity => knowledge.ConflictsAbout(entity))
            .DistinctBy(ConflictKey).ToDictionary(ConflictKey, StringComparer.Ordinal);

        static string ConflictKey(Conflict conflict) =>
            $"{conflict.Subject.Id} {conflict.Predicate.Id} {conflict.Aspect} {conflict.First.Value} {conflict.Second.Value}";
    }

    private static ImmutableArray<RootChange> RootChanges(KnowledgeBase before, KnowledgeBase after) =>
    [
        .. after.Entities
            .Where(entity => before.FindEntity(entity.Id) is not null)
            .Select(entity => new RootChange(entity.Id, RootsOf(before, before.FindEntity(entity.Id)!), RootsOf(after, entity)))
            .Where(change => !change.Before.SequenceEqual(change.After)),
    ];

    private static ImmutableArray<string> RootsOf(KnowledgeBase knowledge, Entity entity) =>
        knowledge.ClaimsFrom(entity).IsEmpty
            ? [] : [.. knowledge.Graph.Roots(entity).Select(step => step.Entity.Id).Order(StringComparer.Ordinal)];

    private static string Relation(Claim claim) => claim.ToString();

    private static string Told(Claim claim) =>
        $"{claim.Detail}|{claim.On}|{claim.Until}|{claim.Disputed}|{string.Join(',', claim.Sources.Select(source => source.Id).Order(StringComparer.Ordinal))}";
}
