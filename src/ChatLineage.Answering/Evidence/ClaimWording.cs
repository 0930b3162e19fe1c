using System.Collections.Immutable;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Sources;

namespace ChatLineage.Answering.Evidence;

/// <summary>Words claims as complete sentences: the form that the composer quotes, the model was trained on and search indexes.</summary>
public static class ClaimWording
{
    private const int MaxSources = 3;

    private static readonly string[] TextWords = ["License", "licence", "Licence", "Terms", "Agreement"];

    /// <summary>A line of evidence out of claims with the same subject, predicate and object.</summary>
    /// <param name="claims">The claims: at least one.</param>
    public static EvidenceLine Line(params IReadOnlyCollection<Claim> claims)
    {
        var best = Best(claims);
        return new EvidenceLine(Sentence(best), BestSources(claims), [.. claims]);
    }

    /// <summary>The claim as a sentence: <c>Alpaca is fine-tuned from LLaMA (7B base).</c></summary>
    public static string Sentence(Claim claim)
    {
        var verb = Verb(claim);
        var details = string.Join(", ", new[] { claim.Detail, claim.Until is { } end ? $"until {end.ToWords()}" : null }.Where(text => text is { Length: > 0 }));
        var detail = details.Length > 0 ? $" ({details})" : "";
        var on = HappenedThen(claim) && claim.On is { } date ? " " + date.ToPhrase() : "";
        return $"{claim.Subject.Name} {verb} {Named(claim)}{on}{detail}.";
    }

    /// <summary>The claim as a sentence without its detail and date.</summary>
    public static string Short(Claim claim) => $"{claim.Subject.Name} {Verb(claim)} {Named(claim)}.";

    /// <summary>The best-supported of several claims that say the same: the most trusted source, then the most exact date, then a
    /// detail.</summary>
    public static Claim Best(IReadOnlyCollection<Claim> claims) => claims
        .OrderByDescending(claim => claim.Stands)
        .ThenByDescending(claim => claim.Holds)
        .ThenByDescending(claim => claim.Sources.Max(source => source.Trust))
        .ThenByDescending(claim => claim.On?.Day is not null)
        .ThenByDescending(claim => claim.Detail is not null)
        .First();

    /// <summary>The sources of claims, most trusted first, at most three.</summary>
    public static ImmutableArray<Source> BestSources(IEnumerable<Claim> claims) =>
        [.. claims.SelectMany(claim => claim.Sources).Distinct().OrderByDescending(source => source.Trust).Take(MaxSources)];

    /// <summary>True when the claim's date is the day of the relation itself. The date of who wrote about an event is that of a
    /// report.</summary>
    public static bool HappenedThen(Claim claim) =>
        claim.Predicate.Dated && !(claim.Predicate == Predicates.CreatedBy && claim.Subject.Kind == EntityKind.Event);

    // Licences that are named as texts take an article: «under the MIT License», «under CC BY 4.0».
    private static string Named(Claim claim) =>
        claim.Predicate == Predicates.LicensedUnder && TextWords.Any(word => claim.Object.Name.Contains(word, StringComparison.Ordinal))
            ? "the " + claim.Object.Name : claim.Object.Name;

    /// <summary>The verb phrase, fitted to what the subject is: a person works at an organisation, a model belongs to a family.</summary>
    private static string Verb(Claim claim)
    {
        if (claim.Predicate == Predicates.MemberOf)
            return claim.Subject.Kind == EntityKind.Person ? "is a member of" : "is part of";
        if (claim.Predicate == Predicates.CreatedBy && claim.Subject.Kind == EntityKind.Organisation)
            return "was founded by";
        if (claim.Predicate == Predicates.CreatedBy && claim.Subject.Kind == EntityKind.Event && claim.Object.Kind == EntityKind.Person)
            return "was written by";
        return claim.Predicate.Phrase;
    }
}
