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
    private readonly KnowledgeIndex _index;
    private readonly Lazy<ImmutableArray<Claim>> _claims;

    internal KnowledgeBase(KnowledgeIndex index)
    {
        _index = index;
        _claims = new Lazy<ImmutableArray<Claim>>(() => [.. index.Order.SelectMany(entity => ClaimsFrom(entity))]);
        Graph = new LineageGraph(this);
    }

    /// <summary>A snapshot without any note.</summary>
    public static KnowledgeBase Empty { get; } = new(new KnowledgeIndex());

    /// <summary>All entities, by id.</summary>
    public ImmutableArray<Entity> Entities => _index.ById;

    /// <summary>All claims, in the order of the notes.</summary>
    public ImmutableArray<Claim> Claims => _claims.Value;

    /// <summary>What was found about the statements of published texts.</summary>
    public ImmutableArray<Assessment> Assessments => _index.Assessments;

    /// <summary>All sources, in no order.</summary>
    public IReadOnlyCollection<Source> Sources => _index.Sources.Values;

    /// <summary>The questions of lineage over these claims.</summary>
    public LineageGraph Graph { get; }

    /// <summary>Finds an entity by its id; null when there is no such note.</summary>
    public Entity? FindEntity(string id) => _index.Entities.GetValueOrDefault(id);

    /// <summary>Finds a source by its id; null when there is none.</summary>
    public Source? FindSource(string id) => _index.Sources.GetValueOrDefault(id);

    /// <summary>The claims whose subject is the entity.</summary>
    public ImmutableArray<Claim> ClaimsFrom(Entity subject) => _index.From.GetValueOrDefault(subject, []);

    /// <summary>The claims whose object is the entity.</summary>
    public ImmutableArray<Claim> ClaimsTo(Entity target) => _index.To.GetValueOrDefault(target, []);

    /// <summary>The recorded conflicts about the entity.</summary>
    public ImmutableArray<Conflict> ConflictsAbout(Entity subject) => _index.Conflicts.GetValueOrDefault(subject, []);

    /// <summary>The note that the entity comes from.</summary>
    /// <exception cref="KeyNotFoundException">The entity is of another snapshot.</exception>
    public Note NoteOf(Entity entity) => _index.Notes[entity];

    internal KnowledgeIndex Index => _index;
}
