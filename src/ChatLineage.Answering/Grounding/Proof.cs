using System.Collections.Immutable;

namespace ChatLineage.Answering.Grounding;

/// <summary>Why an assertion holds: the facts that state it, and the lines that prove it.</summary>
/// <param name="Facts">The facts; empty when it was worked out or read from prose.</param>
/// <param name="Lines">The indexes of the lines.</param>
internal sealed record Proof(ImmutableArray<Fact> Facts, ImmutableArray<int> Lines)
{
    public static Proof Of(IEnumerable<Fact> facts)
    {
        var all = facts.ToImmutableArray();
        return new Proof(all, [.. all.Select(fact => fact.Line).Distinct()]);
    }

    public Proof And(Proof other) => new(Facts.AddRange(other.Facts), [.. Lines.Union(other.Lines)]);
}
