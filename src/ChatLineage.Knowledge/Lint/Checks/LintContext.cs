using System.Collections.Immutable;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Notes;
using ChatLineage.Knowledge.Prose;
using ChatLineage.Knowledge.Yaml;

namespace ChatLineage.Knowledge.Lint.Checks;

/// <summary>What a check looks at and where it puts what it finds.</summary>
internal sealed class LintContext(KnowledgeFiles files, KnowledgeBase knowledge, ICollection<Finding> findings)
{
    private readonly Dictionary<string, (ImmutableArray<ProseSection> Sections, Position? Stopped)> _prose = new(StringComparer.Ordinal);

    public KnowledgeFiles Files { get; } = files;

    public KnowledgeBase Knowledge { get; } = knowledge;

    /// <summary>The notes that were linked, with their entities; a note whose id another one has is not among them.</summary>
    public IEnumerable<(Note Note, Entity Entity)> Notes => Knowledge.Index.Order.Select(entity => (Knowledge.NoteOf(entity), entity));

    /// <summary>The prose of each note of the files, read once.</summary>
    public ImmutableArray<ProseSection> Prose(Note note, out Position? stopped)
    {
        if (note.Body.Length == 0)
        {
            stopped = null;
            return [];
        }

        if (!_prose.TryGetValue(note.Path, out var read))
        {
            var sections = ProseReader.Read(note, out var place);
            _prose[note.Path] = read = (sections, place);
        }

        stopped = read.Stopped;
        return read.Sections;
    }

    public void Report(Rule rule, string path, Position at, string message, string fix, string? value = null) =>
        findings.Add(new Finding(rule, path, at, message, fix) { Value = value });
}
