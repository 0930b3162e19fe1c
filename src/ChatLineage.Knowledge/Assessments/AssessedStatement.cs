using System.Collections.Immutable;
using ChatLineage.Knowledge.Yaml;

namespace ChatLineage.Knowledge.Assessments;

/// <summary>One statement as an assessment file writes it, before ids are resolved. The fields are those of
/// <see cref="Assessment"/>.</summary>
/// <param name="Id">The statement's id.</param>
/// <param name="Statement">The statement.</param>
/// <param name="Verdict">The finding.</param>
/// <param name="Holds">What the record says.</param>
/// <param name="Sources">The ids of the sources.</param>
public sealed record AssessedStatement(string Id, string Statement, string Verdict, string Holds, ImmutableArray<Located<string>> Sources);
