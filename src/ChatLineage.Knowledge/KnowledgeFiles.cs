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
/// <param name="Findings">What is wrong with single files, by path.</param>
public sealed record KnowledgeFiles(
    string Folder,
    ImmutableArray<Note> Notes,
    ImmutableArray<SourceFile> Sources,
    ImmutableArray<AssessmentFile> Assessments,
    ImmutableArray<Finding> Findings)
{
    /// <summary>Sorts files by what they are.</summary>
    /// <param name="folder">The folder that they come from.</param>
    /// <param name="files">The files, in any order.</param>
    public static KnowledgeFiles Of(string folder, IEnumerable<KnowledgeFile> files)
    {
        var all = files.ToArray();
        Array.Sort(all, (left, right) => string.CompareOrdinal(left.Path, right.Path));
        return new KnowledgeFiles(
            folder,
            [.. all.Select(file => file.Note).OfType<Note>()],
            [.. all.Select(file => file.Sources).OfType<SourceFile>()],
            [.. all.Select(file => file.Assessment).OfType<AssessmentFile>()],
            [.. all.SelectMany(file => file.Findings)]);
    }
}
