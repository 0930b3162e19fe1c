using System.Collections.Immutable;
using ChatLineage.Knowledge.Assessments;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Conflicts;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Lineage;
using ChatLineage.Knowledge.Notes;
using ChatLineage.Knowledge.Sources;

namespace ChatLineage.Knowledge;

/// <summary>Everything that the notes say, with ids resolved: a snapshot that never changes.</summary>
/// <remarks>Immutable and safe to use from any number of threads. A change to the notes makes a new snapshot.</remarks>
public sealed class KnowledgeBase
{
    private readonly Dictionary<string, Entity> _entities;
    private readonly Dictionary<string, Source> _sources;
    private readonly Dictionary<Entity, ImmutableArray<Claim>> _from;
    private readonly Dictionary<Entity, ImmutableArray<Claim>> _to;
    private readonly Dictionary<Entity, ImmutableArray<Conflict>> _conflicts;
    private readonly Dictionary<Entity, Note> _notes;

    internal KnowledgeBase(
        Dictionary<string, Entity> entities,
        Dictionary<string, Source> sources,
        ImmutableArray<Claim> claims,
        ImmutableArray<Conflict> conflicts,
        ImmutableArray<Assessment> assessments,
        Dictionary<Entity, Note> notes)
    {
        _entities = entities;
        _sources = sources;
        _notes = notes;
        Entities = [.. entities.Values.OrderBy(entity => entity.Id, StringComparer.Ordinal)];
        Claims = claims;
        Assessments = assessments;
        _from = Group(claims, claim => claim.Subject);
        _to = Group(claims, claim => claim.Object);
        _conflicts = Group(conflicts, conflict => conflict.Subject);
        Graph = new LineageGraph(this);
    }

    /// <summary>A snapshot without any note.</summary>
    public static KnowledgeBase Empty { get; } = new([], [], [], [], [], []);

    /// <summary>All entities, by id.</summary>
    public ImmutableArray<Entity> Entities { get; }

    /// <summary>All claims, in the order of the notes.</summary>
    public ImmutableArray<Claim> Claims { get; }

    /// <summary>What was found about the statements of published texts.</summary>
    public ImmutableArray<Assessment> Assessments { get; }

    /// <summary>All sources, in no order.</summary>
    public IReadOnlyCollection<Source> Sources => _sources.Values;

    /// <summary>The questions of lineage over these claims.</summary>
    public LineageGraph Graph { get; }

    /// <summary>Finds an entity by its id; null when there is no such note.</summary>
    public Entity? FindEntity(string id) => _entities.GetValueOrDefault(id);

    /// <summary>Finds a source by its id; null when there is none.</summary>
    public Source? FindSource(string id) => _sources.GetValueOrDefault(id);

    /// <summary>The claims whose subject is the entity.</summary>
    public ImmutableArray<Claim> ClaimsFrom(Entity subject) => _from.GetValueOrDefault(subject, []);

    /// <summary>The claims whose object is the entity.</summary>
    public ImmutableArray<Claim> ClaimsTo(Entity target) => _to.GetValueOrDefault(target, []);

    /// <summary>The recorded conflicts about the entity.</summary>
    public ImmutableArray<Conflict> ConflictsAbout(Entity subject) => _conflicts.GetValueOrDefault(subject, []);

    /// <summary>The note that the entity comes from.</summary>
    /// <exception cref="KeyNotFoundException">The entity is of another snapshot.</exception>
    public Note NoteOf(Entity entity) => _notes[entity];

    private static Dictionary<Entity, ImmutableArray<T>> Group<T>(ImmutableArray<T> items, Func<T, Entity> key)
    {
        var groups = new Dictionary<Entity, ImmutableArray<T>.Builder>();
        foreach (var item in items)
        {
            var entity = key(item);
            if (!groups.TryGetValue(entity, out var group))
                groups[entity] = group = ImmutableArray.CreateBuilder<T>(4);
            group.Add(item);
        }

        return groups.ToDictionary(pair => pair.Key, pair => pair.Value.DrainToImmutable());
    }
}
