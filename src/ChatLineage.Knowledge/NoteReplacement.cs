using System.Collections.Immutable;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Conflicts;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Lint;
using ChatLineage.Knowledge.Notes;

namespace ChatLineage.Knowledge;

/// <summary>
/// Makes the next snapshot when one note changed: everything that the note does not touch is shared with the last snapshot.
/// The result equals a full <see cref="KnowledgeLinker.Link"/>, which costs a hundred times as much for fifty thousand notes.
/// </summary>
internal sealed class NoteReplacement
{
    private readonly KnowledgeIndex _before;
    private readonly Entity _old;
    private readonly Entity _new;
    private readonly Note _note;
    private readonly Dictionary<string, Entity> _entities;
    private readonly Dictionary<Entity, Note> _notes;
    private readonly Dictionary<Entity, ImmutableArray<Claim>> _from;
    private readonly Dictionary<Entity, ImmutableArray<Claim>> _to;
    private readonly Dictionary<Entity, ImmutableArray<Conflict>> _conflicts;

    private NoteReplacement(KnowledgeIndex before, Note note, ICollection<Finding> findings)
    {
        _before = before;
        _note = note;
        _old = before.Entities[note.Id.Value];
        _entities = new(before.Entities, before.Entities.Comparer);
        _new = new NoteResolver(_entities, before.Sources, note, findings).Entity(_old.Ordinal);
        _entities[_new.Id] = _new;
        _notes = new(before.Notes);
        _from = new(before.From);
        _to = new(before.To);
        _conflicts = new(before.Conflicts);
    }

    /// <summary>The snapshot with another version of a note that it holds under the same id and path.</summary>
    /// <param name="before">The snapshot.</param>
    /// <param name="note">The note's next version.</param>
    /// <param name="findings">Takes what does not resolve.</param>
    public static KnowledgeBase Apply(KnowledgeBase before, Note note, ICollection<Finding> findings)
    {
        var next = new NoteReplacement(before.Index, note, findings);
        next.RemoveOwn();
        next.PointIncomingToNew();
        next.AddOwn(findings);
        return new KnowledgeBase(new KnowledgeIndex
        {
            Entities = next._entities,
            Sources = before.Index.Sources,
            Notes = next._notes,
            From = next._from,
            To = next._to,
            Conflicts = next._conflicts,
            Order = before.Index.Order.Replace(next._old, next._new),
            ById = before.Index.ById.Replace(next._old, next._new),
            Assessments = before.Index.Assessments,
        });
    }

    private void RemoveOwn()
    {
        _notes.Remove(_old);
        _conflicts.Remove(_old);
        foreach (var target in _from[_old].Select(claim => claim.Object).Distinct())
            _to[target] = _to[target].RemoveAll(claim => claim.Subject == _old);
        _from.Remove(_old);
    }

    private void PointIncomingToNew()
    {
        if (!_to.Remove(_old, out var incoming))
            return;
        var moved = incoming.ToDictionary(claim => claim, claim => new Claim
        {
            Subject = claim.Subject,
            Predicate = claim.Predicate,
            Object = _new,
            Detail = claim.Detail,
            On = claim.On,
            Sources = claim.Sources,
            Disputed = claim.Disputed,
            Until = claim.Until,
        });
        foreach (var subject in incoming.Select(claim => claim.Subject).Distinct())
            _from[subject] = [.. _from[subject].Select(claim => moved.GetValueOrDefault(claim, claim))];
        _to[_new] = [.. incoming.Select(claim => moved[claim])];
    }

    private void AddOwn(ICollection<Finding> findings)
    {
        var resolver = new NoteResolver(_entities, _before.Sources, _note, findings);
        _notes[_new] = _note;
        _from[_new] = resolver.Claims(_new);
        if (resolver.Conflicts(_new) is { IsEmpty: false } conflicts)
            _conflicts[_new] = conflicts;
        foreach (var group in _from[_new].GroupBy(claim => claim.Object))
        {
            var others = _to.GetValueOrDefault(group.Key, []);
            _to[group.Key] = others.InsertRange(PlaceAmong(others), group);
        }
    }

    // Incoming claims stand in the order of their notes' paths, as a full link would put them.
    private int PlaceAmong(ImmutableArray<Claim> others)
    {
        var place = 0;
        while (place < others.Length && string.CompareOrdinal(_notes[others[place].Subject].Path, _note.Path) < 0)
            place++;
        return place;
    }
}
