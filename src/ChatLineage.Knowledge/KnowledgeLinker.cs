using System.Collections.Immutable;
using ChatLineage.Knowledge.Assessments;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Conflicts;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Lint;
using ChatLineage.Knowledge.Notes;
using ChatLineage.Knowledge.Sources;

namespace ChatLineage.Knowledge;

/// <summary>Resolves the ids of files that were read into one <see cref="KnowledgeBase"/>.</summary>
public sealed class KnowledgeLinker
{
    private readonly Dictionary<string, Source> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entity> _entities = new(StringComparer.Ordinal);
    private readonly Dictionary<Entity, Note> _notes = [];
    private readonly List<Entity> _order = [];
    private readonly ICollection<Finding> _findings;

    private KnowledgeLinker(ICollection<Finding> findings) => _findings = findings;

    /// <summary>Links the files. What names an id that does not exist is reported and left out.</summary>
    /// <param name="files">The files of a folder.</param>
    /// <param name="findings">Takes what does not resolve.</param>
    public static KnowledgeBase Link(KnowledgeFiles files, ICollection<Finding> findings)
    {
        var linker = new KnowledgeLinker(findings);
        linker.AddSources(files.Sources);
        foreach (var note in files.Notes)
            linker.AddEntity(note);
        var from = new Dictionary<Entity, ImmutableArray<Claim>>(linker._order.Count);
        var conflicts = new Dictionary<Entity, ImmutableArray<Conflict>>();
        var to = new Dictionary<Entity, ImmutableArray<Claim>.Builder>(linker._order.Count);
        foreach (var subject in linker._order)
        {
            var resolver = new NoteResolver(linker._entities, linker._sources, linker._notes[subject], findings);
            from[subject] = resolver.Claims(subject);
            if (resolver.Conflicts(subject) is { IsEmpty: false } disagreements)
                conflicts[subject] = disagreements;
            AddInverse(from[subject], to);
        }

        return new KnowledgeBase(new KnowledgeIndex
        {
            Entities = linker._entities,
            Sources = linker._sources,
            Notes = linker._notes,
            From = from,
            To = to.ToDictionary(pair => pair.Key, pair => pair.Value.DrainToImmutable()),
            Conflicts = conflicts,
            Order = [.. linker._order],
            ById = [.. linker._order.OrderBy(entity => entity.Id, StringComparer.Ordinal)],
            Assessments = linker.Assessments(files.Assessments),
        });
    }

    private static void AddInverse(ImmutableArray<Claim> claims, Dictionary<Entity, ImmutableArray<Claim>.Builder> to)
    {
        foreach (var claim in claims)
        {
            if (!to.TryGetValue(claim.Object, out var group))
                to[claim.Object] = group = ImmutableArray.CreateBuilder<Claim>(4);
            group.Add(claim);
        }
    }

    private void AddSources(ImmutableArray<SourceFile> files)
    {
        foreach (var file in files)
        {
            foreach (var source in file.Sources)
            {
                if (!_sources.TryAdd(source.Value.Id, source.Value))
                    _findings.Add(new Finding(Rules.DuplicateId, file.Path, source.At, $"the source '{source.Value.Id}' is listed twice",
                        "remove one of the two, or give it another id"));
            }
        }
    }

    private void AddEntity(Note note)
    {
        var entity = new NoteResolver(_entities, _sources, note, _findings).Entity(_order.Count);
        if (_entities.TryAdd(entity.Id, entity))
        {
            _notes.Add(entity, note);
            _order.Add(entity);
        }
        else
        {
            var other = _notes[_entities[entity.Id]].Path;
            _findings.Add(new Finding(Rules.DuplicateId, note.Path, note.Id.At, $"'id: {entity.Id}' is also the id of {other}",
                "give one of the two another id, or merge them"));
        }
    }

    private ImmutableArray<Assessment> Assessments(ImmutableArray<AssessmentFile> files)
    {
        var all = ImmutableArray.CreateBuilder<Assessment>();
        foreach (var file in files)
        {
            var resolver = new SourceResolver(_sources, file.Path, _findings);
            if (file.Text.Value.Length == 0 || resolver.Resolve([file.Text]) is not [var text])
                continue;
            foreach (var each in file.Statements)
                all.Add(new Assessment(text, each.Id, each.Statement, each.Verdict, each.Holds, resolver.Resolve(each.Sources)));
        }

        return all.DrainToImmutable();
    }
}
