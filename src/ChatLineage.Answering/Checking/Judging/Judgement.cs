using System.Collections.Immutable;
using ChatLineage.Answering.Evidence;
using ChatLineage.Knowledge.Sources;

namespace ChatLineage.Answering.Checking.Judging;

/// <summary>What the notes say about an assertion.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Holds">What holds.</param>
/// <param name="Sources">What that rests on.</param>
/// <param name="InPart">True when the assertion leaves something out.</param>
internal sealed record Judgement(StatementVerdict Verdict, string Holds, ImmutableArray<Source> Sources, bool InPart = false)
{
    public static Judgement Of(StatementVerdict verdict, string holds, params IEnumerable<EvidenceLine> lines) =>
        new(verdict, holds, [.. lines.SelectMany(line => line.Sources).Distinct()]);

    public static Judgement Of(StatementVerdict verdict, Statement statement) => Of(verdict, statement.Text, statement.Lines);

    /// <summary>The nearest thing that the notes do record, or nothing.</summary>
    public static Judgement NotRecorded(EvidenceLine? nearest) => nearest is null ? new(StatementVerdict.NotRecorded, "", [])
        : Of(StatementVerdict.NotRecorded, nearest.Text, nearest);

    public Judgement Partly() => this with { InPart = true };

    /// <summary>The judgement of the opposite assertion.</summary>
    public Judgement Turned() => this with
    {
        InPart = false,
        Verdict = Verdict switch
        {
            StatementVerdict.Supported => StatementVerdict.Contradicted,
            StatementVerdict.Contradicted => StatementVerdict.Supported,
            _ => Verdict,
        },
    };
}
