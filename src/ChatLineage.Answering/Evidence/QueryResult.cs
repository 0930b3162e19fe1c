using System.Collections.Immutable;
using ChatLineage.Knowledge.Conflicts;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Evidence;

/// <summary>What evaluating a query gave: the composer's statements, the evidence, and what any wording must say.</summary>
public sealed record QueryResult
{
    /// <summary>The answer in the composer's words, the direct answer first.</summary>
    public required ImmutableArray<Statement> Statements { get; init; }

    /// <summary>Evidence beyond that of the statements, for a model that words the answer.</summary>
    public ImmutableArray<EvidenceLine> FurtherEvidence { get; init; } = [];

    /// <summary>What an answer must say.</summary>
    public Expectation Expected { get; init; } = Expectation.None;

    /// <summary>Why there is no answer; null when there is one.</summary>
    public AbstentionReason? Abstained { get; init; }

    /// <summary>Disagreements of sources that bear on the answer.</summary>
    public ImmutableArray<Conflict> Conflicts { get; init; } = [];

    /// <summary>What the answer names: what a pronoun in the next question can mean, the most likely first.</summary>
    public ImmutableArray<Entity> Named { get; init; } = [];

    /// <summary>All evidence, that of the statements first, each line once.</summary>
    public ImmutableArray<EvidenceLine> Evidence =>
        [.. Statements.SelectMany(statement => statement.Lines).Concat(FurtherEvidence).DistinctBy(line => line.Text)];
}
