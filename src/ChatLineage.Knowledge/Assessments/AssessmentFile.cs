using System.Collections.Immutable;
using ChatLineage.Knowledge.Yaml;

namespace ChatLineage.Knowledge.Assessments;

/// <summary>A file under <c>knowledge/assessments/</c>: what was found about the statements of one text.</summary>
/// <param name="Path">The file, relative to the knowledge folder.</param>
/// <param name="Text">The id of the source that is the text.</param>
/// <param name="Statements">Its statements.</param>
public sealed record AssessmentFile(string Path, Located<string> Text, ImmutableArray<AssessedStatement> Statements);
