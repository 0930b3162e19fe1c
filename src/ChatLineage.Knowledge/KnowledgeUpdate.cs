using System.Collections.Immutable;
using ChatLineage.Knowledge.Lint;

namespace ChatLineage.Knowledge;

/// <summary>What taking in changed files did.</summary>
/// <param name="Knowledge">The snapshot after it.</param>
/// <param name="Findings">What is wrong with the files that were read, and with ids that they name.</param>
/// <param name="Kept">The files whose new version has errors, so that the last good version stays in use.</param>
public sealed record KnowledgeUpdate(KnowledgeBase Knowledge, ImmutableArray<Finding> Findings, ImmutableArray<string> Kept);
