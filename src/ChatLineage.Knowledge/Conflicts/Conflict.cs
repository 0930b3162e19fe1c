using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Knowledge.Conflicts;

/// <summary>Two values on which sources disagree, which one is better supported, and why.</summary>
/// <param name="Subject">What they disagree about.</param>
/// <param name="Predicate">The relation in question.</param>
/// <param name="Aspect">Which part of it: <c>date</c>, <c>size</c>, a short phrase; null when it is the object itself.</param>
/// <param name="First">One side.</param>
/// <param name="Second">The other side.</param>
/// <param name="Verdict">Which side holds.</param>
/// <param name="Because">Why, in one clause that completes «… because».</param>
public sealed record Conflict(
    Entity Subject, Predicate Predicate, string? Aspect, ConflictSide First, ConflictSide Second, Verdict Verdict, string Because)
{
    /// <summary>True when the sides are dates.</summary>
    public bool IsAboutDate => Aspect is not null && Aspect.Contains("date", StringComparison.Ordinal);

    /// <summary>The better-supported side; null when both hold or nothing decides it.</summary>
    public ConflictSide? Better => Verdict switch
    {
        Verdict.First => First,
        Verdict.Second => Second,
        _ => null,
    };

    /// <summary>
    /// The side that its sources support better by themselves: the more trusted, then more independent voices, then the more recent.
    /// The maintainers' verdict stands before it; null when the sources weigh the same.
    /// </summary>
    public ConflictSide? Leaning
    {
        get
        {
            var order = Support.Of(First).CompareTo(Support.Of(Second));
            return order == 0 ? null : order > 0 ? First : Second;
        }
    }

    /// <summary>The weaker side; null when both hold or nothing decides it.</summary>
    public ConflictSide? Weaker => Verdict switch
    {
        Verdict.First => Second,
        Verdict.Second => First,
        _ => null,
    };
}
