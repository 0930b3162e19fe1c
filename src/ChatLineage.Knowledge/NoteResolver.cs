using System.Collections.Immutable;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Conflicts;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Lint;
using ChatLineage.Knowledge.Notes;
using ChatLineage.Knowledge.Sources;

namespace ChatLineage.Knowledge;

/// <summary>Resolves the ids of one note. What names an id that does not exist is reported and left out.</summary>
internal sealed class NoteResolver(
    Dictionary<string, Entity> entities, Dictionary<string, Source> sources, Note note, ICollection<Finding> findings)
{
    private readonly SourceResolver _sources = new(sources, note.Path, findings);

    public Entity Entity(int ordinal) => new()
    {
        Ordinal = ordinal,
        Id = note.Id.Value,
        Name = note.Name.Value,
        Kind = note.Kind,
        Aliases = [.. note.Aliases.Select(alias => alias.Value)],
        Released = note.Released,
        Size = note.Size,
        Openness = note.Openness,
        Source = note.Source is { } source ? _sources.Resolve([source]).FirstOrDefault() : null,
        Terms = note.Terms is { } terms
            ? new LicenceTerms(terms.Commercial, terms.Conditions, terms.ShareAlike, _sources.Resolve(terms.Sources))
            : null,
    };

    public ImmutableArray<Claim> Claims(Entity subject)
    {
        var claims = ImmutableArray.CreateBuilder<Claim>(note.Claims.Length);
        foreach (var claim in note.Claims)
        {
            if (Claim(subject, claim) is { } resolved)
                claims.Add(resolved);
        }

        return claims.DrainToImmutable();
    }

    public ImmutableArray<Conflict> Conflicts(Entity subject) => [.. note.Conflicts.Select(conflict => Conflict(subject, conflict))];

    private Claim? Claim(Entity subject, NoteClaim claim)
    {
        if (!entities.TryGetValue(claim.Object.Value, out var target))
        {
            findings.Add(new Finding(Rules.UnknownEntity, note.Path, claim.Object.At, $"'{claim.Object.Value}' has no note",
                "correct the id, or add the note")
            { Value = claim.Object.Value });
            return null;
        }

        var told = _sources.Resolve(claim.Sources);
        if (told.IsEmpty)
            return null;
        return new Claim
        {
            Subject = subject,
            Predicate = claim.Predicate.Value,
            Object = target,
            Detail = claim.Detail,
            On = claim.On,
            Sources = told,
            Disputed = claim.Disputed,
            Until = claim.Until,
        };
    }

    private Conflict Conflict(Entity subject, NoteConflict conflict) => new(
        subject,
        conflict.Predicate.Value,
        conflict.Aspect,
        new ConflictSide(conflict.First, _sources.Resolve(conflict.FirstSources)),
        new ConflictSide(conflict.Second, _sources.Resolve(conflict.SecondSources)),
        conflict.Better,
        conflict.Because);
}
