using System.Collections.Immutable;

namespace ChatLineage.Answering.Checking.Reports;

/// <summary>A check in the form of its JSON.</summary>
internal sealed record CheckDocument(int Version, int Sentences, CheckDocument.Counts Verdicts,
    ImmutableArray<CheckDocument.Statement> Statements)
{
    /// <summary>How many statements have each verdict.</summary>
    internal sealed record Counts(int Supported, int Contradicted, int Disputed, int NotRecorded);

    /// <summary>One statement.</summary>
    internal sealed record Statement(
        int Line, int Column, int Offset, int Length, string Sentence, string Claim, string? Subject, string Relation, string? Value,
            string Verdict, bool InPart, string Holds, ImmutableArray<Source> Sources);

    /// <summary>One source.</summary>
    internal sealed record Source(string Id, string Title, string Publisher, string Url, string? Published);
}
