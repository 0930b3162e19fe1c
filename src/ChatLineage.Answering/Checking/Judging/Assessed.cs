using System.Collections.Frozen;
using System.Collections.Immutable;
using ChatLineage.Answering.Checking.Assertions;
using ChatLineage.Knowledge.Assessments;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Checking.Judging;

/// <summary>A finding of the maintainers, taken apart so that other texts that state the same can be told.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Assertions">What its statement asserts.</param>
/// <param name="Entities">The things that it names.</param>
/// <param name="Words">Its other words, folded.</param>
/// <param name="Markers">Its words that turn the meaning round: «first», «only», «not».</param>
/// <param name="Figures">Its dates and numbers.</param>
internal sealed record Assessed(
    Assessment Finding, ImmutableArray<Assertion> Assertions, FrozenSet<Entity> Entities, ImmutableArray<string> Words,
        FrozenSet<string> Markers, FrozenSet<string> Figures)
{
    /// <summary>The verdict that it stands for; null for an opinion or a forecast.</summary>
    public StatementVerdict? Verdict => Finding.Contradicted ? StatementVerdict.Contradicted
        : Finding.Supported ? StatementVerdict.Supported
        : Finding.Verdict.StartsWith("unverifiable", StringComparison.Ordinal) ? StatementVerdict.NotRecorded
        : null;

    /// <summary>The judgement that it stands for.</summary>
    public Judgement Judgement => new(
        Verdict ?? StatementVerdict.NotRecorded,
        Finding.Holds.TrimEnd('.') + ".",
        Finding.Sources,
        Finding.Verdict.StartsWith("partly", StringComparison.Ordinal));
}
