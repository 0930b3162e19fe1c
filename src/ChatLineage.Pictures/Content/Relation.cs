using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Pictures.Content;

/// <summary>
/// What is drawn as one line: the subject of claims stands below their object, except that the parts of a dataset went into it and
/// stand above.
/// </summary>
/// <param name="Upper">The object: what the other is made out of, made by, about.</param>
/// <param name="Lower">The subject.</param>
/// <param name="Predicate">The most telling of the predicates between them.</param>
/// <param name="IsDisputed">True when no claim between them is believed.</param>
internal sealed record Relation(Entity Upper, Entity Lower, Predicate Predicate, bool IsDisputed)
{
    /// <summary>The words on the line, read from the lower end: <c>fine-tuned from</c>.</summary>
    public string Label => (IsDisputed ? "disputed: " : "") + (IsPart(Predicate, Upper, Lower) ? Predicate.Inverse : Words(Predicate));

    /// <summary>The claims between two entities as one line.</summary>
    /// <param name="claims">Claims with the same subject and the same object, at least one.</param>
    public static Relation Of(IReadOnlyCollection<Claim> claims)
    {
        var standing = claims.Where(claim => claim.Stands).ToList();
        var telling = (standing.Count > 0 ? standing : claims)
            .OrderBy(claim => claim.Predicate == Predicates.BuiltOn ? 1 : 0)
            .ThenBy(claim => Predicates.All.IndexOf(claim.Predicate))
            .First();
        return IsPart(telling)
            ? new Relation(telling.Subject, telling.Object, telling.Predicate, standing.Count == 0)
            : new Relation(telling.Object, telling.Subject, telling.Predicate, standing.Count == 0);
    }

    /// <summary>True when the subject is a part of the object, and not something that came of it.</summary>
    public static bool IsPart(Claim claim) => IsPart(claim.Predicate, claim.Subject, claim.Object);

    private static bool IsPart(Predicate predicate, Entity one, Entity other) =>
        predicate == Predicates.MemberOf && one.Kind == EntityKind.Dataset && other.Kind == EntityKind.Dataset;

    // The phrase without its verb «to be», which a label on a line has no room for.
    private static string Words(Predicate predicate)
    {
        foreach (var start in (ReadOnlySpan<string>)["is an ", "is a ", "is the ", "is ", "was "])
        {
            if (predicate.Phrase.StartsWith(start, StringComparison.Ordinal))
                return predicate.Phrase[start.Length..];
        }

        return predicate.Phrase;
    }
}
