using System.Collections.Immutable;

namespace ChatLineage.Answering.Evidence;

/// <summary>What an answer must say whoever words it, since the program has worked it out.</summary>
/// <param name="Polarity">True when it must start with yes, false with no; null for questions that are not yes or no.</param>
/// <param name="MustState">Groups of alternatives; the answer must contain one of each group (names, dates, numbers), without regard to
/// case.</param>
public sealed record Expectation(bool? Polarity, ImmutableArray<ImmutableArray<string>> MustState)
{
    /// <summary>How many of the first evidence lines are those of the direct answer: a draft's first sentence must rest on one of
    /// them.</summary>
    /// <value>0 (the default) where any line will do.</value>
    public int LeadLines { get; init; }

    /// <summary>Nothing is known beforehand: open questions.</summary>
    public static Expectation None { get; } = new(null, []);
}
