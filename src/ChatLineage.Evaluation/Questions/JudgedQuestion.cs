using System.Collections.Immutable;

namespace ChatLineage.Evaluation.Questions;

/// <summary>A question with what its answer must and must not say.</summary>
public sealed record JudgedQuestion
{
    /// <summary>Unique in a set.</summary>
    public required string Id { get; init; }

    /// <summary>What sort of question it is; results are told by kind.</summary>
    public required string Kind { get; init; }

    /// <summary>The user's messages of one conversation, in order: at least one. The last answer is judged.</summary>
    public required ImmutableArray<string> Turns { get; init; }

    /// <summary>Groups of alternatives: of each group, one must occur in the answer.</summary>
    public ImmutableArray<ImmutableArray<string>> MustInclude { get; init; } = [];

    /// <summary>None of these may occur in the answer.</summary>
    public ImmutableArray<string> MustNotInclude { get; init; } = [];

    /// <summary>The ids of the entities that the answer rests on.</summary>
    public ImmutableArray<string> SupportingEntities { get; init; } = [];

    /// <summary>True when the right answer is to say that it isn't known or out of scope.</summary>
    public bool Abstain { get; init; }
}
