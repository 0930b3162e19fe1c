using System.Collections.Immutable;

namespace ChatLineage.Answering.Checking;

/// <summary>What checking a text found.</summary>
/// <param name="Statements">The statements of lineage in the order of the text.</param>
/// <param name="Sentences">How many sentences the text has; those without a statement were left alone.</param>
public sealed record TextCheck(ImmutableArray<CheckedStatement> Statements, int Sentences)
{
    /// <summary>How many statements have a verdict.</summary>
    public int Count(StatementVerdict verdict) => Statements.Count(statement => statement.Verdict == verdict);
}
