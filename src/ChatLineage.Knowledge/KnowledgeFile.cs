using System.Collections.Immutable;
using ChatLineage.Knowledge.Assessments;
using ChatLineage.Knowledge.Lint;
using ChatLineage.Knowledge.Notes;
using ChatLineage.Knowledge.Sources;
using ChatLineage.Knowledge.Yaml;

namespace ChatLineage.Knowledge;

/// <summary>One file of a knowledge folder, read by itself: a note, sources or an assessment.</summary>
/// <param name="Path">The file, relative to the knowledge folder, with forward slashes.</param>
/// <param name="Findings">What is wrong with the file itself.</param>
public sealed record KnowledgeFile(string Path, ImmutableArray<Finding> Findings)
{
    /// <summary>The note; null when the file is no note or cannot be used as one.</summary>
    public Note? Note { get; init; }

    /// <summary>The sources; null when the file is no source file.</summary>
    public SourceFile? Sources { get; init; }

    /// <summary>The assessment; null when the file is none.</summary>
    public AssessmentFile? Assessment { get; init; }

    /// <summary>True when nothing in the file had to be left out.</summary>
    public bool IsSound => !Findings.Any(finding => finding.Rule.Severity == Severity.Error);

    /// <summary>Reads a text as the file that its path makes it: <c>sources/*.yaml</c>, <c>assessments/*.yaml</c> or a note.</summary>
    /// <param name="path">The file, relative to the knowledge folder, with forward slashes.</param>
    /// <param name="text">The content of the file.</param>
    public static KnowledgeFile Parse(string path, string text)
    {
        var findings = new List<Finding>();
        if (path.StartsWith("sources/", StringComparison.Ordinal) && path.EndsWith(".yaml", StringComparison.Ordinal))
        {
            var sources = new SourceFile(path, SourceFileReader.Read(path, text, findings));
            return new KnowledgeFile(path, [.. findings]) { Sources = sources };
        }

        if (path.StartsWith("assessments/", StringComparison.Ordinal) && path.EndsWith(".yaml", StringComparison.Ordinal))
        {
            var assessment = AssessmentFileReader.Read(path, text, findings);
            return new KnowledgeFile(path, [.. findings]) { Assessment = assessment };
        }

        if (path.Contains('/') && path.EndsWith(".md", StringComparison.Ordinal))
        {
            var note = NoteReader.Read(path, text, findings);
            return new KnowledgeFile(path, [.. findings]) { Note = note };
        }

        return Unusable(path, Rules.StrayFile, "no note, source file or assessment has this name or place",
            "move it to the folder of its kind, name it .md or, for sources, .yaml; or move it out of the knowledge folder");
    }

    internal static KnowledgeFile Unusable(string path, Rule rule, string message, string fix) =>
        new(path, [new Finding(rule, path, new Position(1, 1), message, fix)]);
}
