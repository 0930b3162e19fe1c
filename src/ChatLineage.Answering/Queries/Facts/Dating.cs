using System.Collections.Immutable;
using ChatLineage.Answering.Evidence;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Conflicts;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Sources;

namespace ChatLineage.Answering.Queries.Facts;

/// <summary>When an entity came out, who says so, and whether others say otherwise.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Date">The best-supported date.</param>
/// <param name="Line">The fact as a sentence.</param>
/// <param name="Conflicts">Recorded disagreements about the date.</param>
internal sealed record Dating(Entity Entity, PartialDate Date, EvidenceLine Line, ImmutableArray<Conflict> Conflicts)
{
    /// <summary>Works out the date; null when the notes give none.</summary>
    public static Dating? Of(Entity entity, EvaluationContext context)
    {
        var claims = context.Knowledge.ClaimsFrom(entity)
            .Where(claim => claim.Stands && claim.On is not null && (claim.Predicate == Predicates.ReleasedBy
                || claim.Predicate == Predicates.CreatedBy))
            .ToList();
        var conflicts = context.Knowledge.ConflictsAbout(entity).Where(conflict => conflict.IsAboutDate).ToImmutableArray();
        if (BestDate(entity, claims, conflicts) is not { } date)
            return null;
        var proof = claims.Where(claim => claim.On == date).ToList();
        var sources = proof.Count > 0 ? ClaimWording.BestSources(proof)
            : SourcesOf(date, conflicts) is { Length: > 0 } side ? side
            : entity.Source is { } own ? [own] : ClaimWording.BestSources(claims);
        return sources.IsEmpty ? null : new Dating(entity, date, new EvidenceLine($"{Told(entity, date)}.", sources, [.. proof]),
            conflicts);
    }

    /// <summary>The date as a clause: «StableLM came out on 19 April 2023».</summary>
    public static string Told(Entity entity, PartialDate date) =>
        entity.Kind == EntityKind.Event ? $"{entity.Name} is dated {date.ToWords()}" : $"{entity.Name} {Verb(entity)} {date.ToPhrase()}";

    /// <summary>The verb for «when»: a model comes out, an organisation is founded, an event happens.</summary>
    public static string Verb(Entity entity) => entity.Kind switch
    {
        EntityKind.Organisation => "was founded",
        EntityKind.Event => "is dated",
        _ => "came out",
    };

    private static PartialDate? BestDate(Entity entity, List<Claim> claims, ImmutableArray<Conflict> conflicts)
    {
        // A day that a conflict settles for good is the date; the more exact one where two conflicts settle it.
        var settled = conflicts
            .Where(conflict => conflict.Better is not null)
            .Select(conflict => PartialDate.TryParse(conflict.Better!.Value, out var better) ? better : (PartialDate?)null)
            .Where(date => date is not null && !conflicts.Any(conflict => conflict.Weaker?.Value == date.Value.ToString()))
            .OrderByDescending(date => date!.Value.Day is not null)
            .FirstOrDefault();
        if (settled is not null)
            return settled;
        if (entity.Released is { } released)
            return released;
        // Where maintainers left it open, the side with the better sources is told first.
        var leaning = conflicts.Where(conflict => conflict.Verdict == Verdict.Undecided).Select(conflict => conflict.Leaning)
            .FirstOrDefault(side => side is not null);
        if (leaning is not null && PartialDate.TryParse(leaning.Value, out var likely))
            return likely;
        return claims.Count == 0 ? null : ClaimWording.Best(claims).On;
    }

    private static ImmutableArray<Source> SourcesOf(PartialDate date, ImmutableArray<Conflict> conflicts) =>
        [.. conflicts.Select(conflict => conflict.First).Concat(conflicts.Select(conflict => conflict.Second))
            .Where(side => side.Value == date.ToString()).SelectMany(side => side.Sources)];
}
