using System.Collections.Immutable;

namespace ChatLineage.Answering.Grounding;

/// <summary>One side of a relation in a sentence.</summary>
/// <param name="Names">The names that it can be; empty when the words leave that open, as a pronoun does.</param>
/// <param name="IsKnown">False when it is something that no name of the evidence stands for.</param>
internal sealed record Argument(ImmutableArray<int> Names, bool IsKnown = true)
{
    /// <summary>A pronoun or an omission.</summary>
    public static Argument Open { get; } = new([]);

    /// <summary>A thing without a name.</summary>
    public static Argument Unknown { get; } = new([], false);

    public bool IsOpen => Names.IsEmpty;

    /// <summary>Names that an open argument cannot be.</summary>
    public ImmutableArray<int> Except { get; init; } = [];
}

/// <summary>A relation that a sentence states: each of the left sides with each of the right ones.</summary>
/// <param name="Sense">What it says.</param>
/// <param name="Left">The left sides: at least one.</param>
/// <param name="Right">The right sides; empty when it says something of the left alone.</param>
/// <param name="Negation">The element that denies it; -1 when it is stated.</param>
/// <param name="At">The element that words it.</param>
/// <param name="End">The element behind its last right side.</param>
internal sealed record Assertion(Sense Sense, ImmutableArray<Argument> Left, ImmutableArray<Argument> Right, int Negation, int At, int End)
{
    /// <summary>What its words can also mean; null when they have one meaning.</summary>
    public Sense? Other { get; init; }

    /// <summary>True when it says that no step lies between: «directly».</summary>
    public bool IsDirect { get; init; }

    /// <summary>The first element that belongs to it.</summary>
    public int From { get; init; }

    /// <summary>The element behind the last one that belongs to it.</summary>
    public int To { get; init; }

    public bool IsNegative => Negation >= 0;
}
