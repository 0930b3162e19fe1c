using System.Collections.Immutable;
using ChatLineage.Answering.Evidence;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Prose;
using ChatLineage.Knowledge.Sources;

namespace ChatLineage.Answering.Queries.Facts;

/// <summary>The prose of a note as lines of evidence.</summary>
internal static class ProseLines
{
    /// <summary>The sentences under any of the headings, in the order of the note; null stands for the opening, before any
    /// heading.</summary>
    public static IEnumerable<EvidenceLine> Under(Entity entity, EvaluationContext context, params IReadOnlyList<string?> headings)
    {
        var note = context.Knowledge.NoteOf(entity);
        if (note.Body.Length == 0)
            yield break;
        foreach (var section in ProseReader.Read(note).Where(section => headings.Contains(section.Heading)))
        {
            foreach (var sentence in section.Sentences)
            {
                if (Line(sentence, context) is { } line)
                    yield return line;
            }
        }
    }

    /// <summary>All sentences of the note.</summary>
    public static IEnumerable<EvidenceLine> All(Entity entity, EvaluationContext context)
    {
        var note = context.Knowledge.NoteOf(entity);
        return note.Body.Length == 0 ? [] : ProseReader.Read(note).SelectMany(section => section.Sentences)
            .Select(sentence => Line(sentence, context)).OfType<EvidenceLine>();
    }

    private static EvidenceLine? Line(ProseSentence sentence, EvaluationContext context)
    {
        var sources = sentence.SourceIds.Select(context.Knowledge.FindSource).OfType<Source>().ToImmutableArray();
        return sources.IsEmpty ? null : new EvidenceLine(sentence.Text, sources, []);
    }
}
