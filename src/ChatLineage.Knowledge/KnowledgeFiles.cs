using System.Collections.Immutable;
using ChatLineage.Knowledge.Assessments;
using ChatLineage.Knowledge.Lint;
using ChatLineage.Knowledge.Notes;
using ChatLineage.Knowledge.Sources;

namespace ChatLineage.Knowledge;

/// <summary>The files of a knowledge folder, each read by itself; ids are not resolved yet.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Notes">The notes that could be read, by path.</param>
/// <param name="Sources">The source files, by path.</param>
/// <param name="Assessments">The assessments of texts, by path.</param>
/// <param name="Findings">What is wrong with single files.</param>
public sealed record KnowledgeFiles(
    string Folder,
    ImmutableArray<Note> Notes,
    ImmutableArray<SourceFile> Sources,
    ImmutableArray<AssessmentFile> Assessments,
    ImmutableArray<Finding> Findings);
