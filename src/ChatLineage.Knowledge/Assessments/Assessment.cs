using System.Collections.Immutable;
using ChatLineage.Knowledge.Sources;

namespace ChatLineage.Knowledge.Assessments;

/// <summary>What the maintainers found about one statement of a published text.</summary>
/// <param name="Text">The text that makes the statement.</param>
/// <param name="Id">The statement's id within the text.</param>
/// <param name="Statement">The statement, in the maintainers' words.</param>
/// <param name="Verdict">The finding in a few words, which start with supported, partly supported, contradicted, opinion, prediction or
/// unverifiable.</param>
/// <param name="Holds">What the record says.</param>
/// <param name="Sources">What the finding rests on.</param>
public sealed record Assessment(Source Text, string Id, string Statement, string Verdict, string Holds, ImmutableArray<Source> Sources)
{
    /// <summary>True when the record contradicts the statement.</summary>
    public bool Contradicted => Verdict.StartsWith("contradicted", StringComparison.Ordinal);

    /// <summary>True when the record supports the statement, wholly or in part.</summary>
    public bool Supported =>
        Verdict.StartsWith("supported", StringComparison.Ordinal) || Verdict.StartsWith("partly supported", StringComparison.Ordinal);
}
