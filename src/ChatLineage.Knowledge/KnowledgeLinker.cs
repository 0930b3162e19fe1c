using System.Collections.Immutable;
using ChatLineage.Knowledge.Assessments;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Conflicts;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Lint;
using ChatLineage.Knowledge.Notes;
using ChatLineage.Knowledge.Sources;
using ChatLineage.Knowledge.Yaml;

namespace ChatLineage.Knowledge;

/// <summary>Resolves the ids of files that were read into one <see cref="KnowledgeBase"/>.</summary>
public sealed class KnowledgeLinker
{
    private readonly Dictionary<string, Source> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entity> _entities = new(StringComparer.Ordinal);
    private readonly Dictionary<Entity, Note> _notes = [];
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
        var claims = ImmutableArray.CreateBuilder<Claim>();
        var conflicts = ImmutableArray.CreateBuilder<Conflict>();
        foreach (var (subject, note) in linker._notes)
        {
            claims.AddRange(note.Claims.Select(claim => linker.Claim(subject, note, claim)).OfType<Claim>());
            conflicts.AddRange(note.Conflicts.Select(conflict => linker.Conflict(subject, note, conflict)));
        }

        return new KnowledgeBase(
            linker._entities, linker._sources, claims.DrainToImmutable(), conflicts.DrainToImmutable(), linker.Assessments(files.Assessments), linker._notes);
    }

    private void AddSources(ImmutableArray<SourceFile> files)
    {
        foreach (var file in files)
        {
            foreach (var source in file.Sources)
            {
                if (!_sources.TryAdd(source.Value.Id, source.Value))
                    Report(Rules.DuplicateId, file.Path, source.At, $"the source '{source.Value.Id}' is listed twice", "remove one of the two, or give it another id");
            }
        }
    }

    private void AddEntity(Note note)
    {
        var entity = new Entity
        {
            Id = note.Id.Value,
            Name = note.Name.Value,
            Kind = note.Kind,
            Aliases = [.. note.Aliases.Select(alias => alias.Value)],
            Released = note.Released,
            Size = note.Size,
            Openness = note.Openness,
            Source = note.Source is { } source ? Resolve(note, [source]).FirstOrDefault() : null,
            Terms = note.Terms is { } terms
                ? new LicenceTerms(terms.Commercial, terms.Conditions, terms.ShareAlike, Resolve(note, terms.Sources))
                : null,
        };
        if (_entities.TryAdd(entity.Id, entity))
            _notes.Add(entity, note);
        else
            Report(Rules.DuplicateId, note.Path, note.Id.At, $"'id: {entity.Id}' is also the id of another note", "give one of the two another id");
    }

    private Claim? Claim(Entity subject, Note note, NoteClaim claim)
    {
        if (!_entities.TryGetValue(claim.Object.Value, out var target))
        {
            Report(Rules.UnknownEntity, note.Path, claim.Object.At, $"'{claim.Object.Value}' has no note", "correct the id, or add the note");
            return null;
        }

        var sources = Resolve(note, claim.Sources);
        if (sources.IsEmpty)
            return null;
        return new Claim
        {
            Subject = subject,
            Predicate = claim.Predicate.Value,
            Object = target,
            Detail = claim.Detail,
            On = claim.On,
            Sources = sources,
            Disputed = claim.Disputed,
        };
    }

    private Conflict Conflict(Entity subject, Note note, NoteConflict conflict) => new(
        subject,
        conflict.Predicate.Value,
        conflict.Aspect,
        new ConflictSide(conflict.First, Resolve(note, conflict.FirstSources)),
        new ConflictSide(conflict.Second, Resolve(note, conflict.SecondSources)),
        conflict.Better,
        conflict.Because);

    private ImmutableArray<Assessment> Assessments(ImmutableArray<AssessmentFile> files)
    {
        var all = ImmutableArray.CreateBuilder<Assessment>();
        foreach (var file in files)
        {
            if (Resolve(file.Path, [file.Text]) is not [var text])
                continue;
            foreach (var each in file.Statements)
                all.Add(new Assessment(text, each.Id, each.Statement, each.Verdict, each.Holds, Resolve(file.Path, each.Sources)));
        }

        return all.DrainToImmutable();
    }

    private ImmutableArray<Source> Resolve(Note note, ImmutableArray<Located<string>> ids) => Resolve(note.Path, ids);

    private ImmutableArray<Source> Resolve(string path, ImmutableArray<Located<string>> ids)
    {
        var sources = ImmutableArray.CreateBuilder<Source>(ids.Length);
        foreach (var id in ids)
        {
            if (_sources.TryGetValue(id.Value, out var source))
                sources.Add(source);
            else
                Report(Rules.UnknownSource, path, id.At, $"'{id.Value}' is not listed under sources/", "correct the id, or add the source to a file there");
        }

        return sources.DrainToImmutable();
    }

    private void Report(Rule rule, string path, Position at, string message, string fix) =>
        _findings.Add(new Finding(rule, path, at, message, fix));
}
