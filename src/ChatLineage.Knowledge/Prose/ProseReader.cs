using System.Collections.Immutable;
using ChatLineage.Knowledge.Notes;
using ChatLineage.Knowledge.Yaml;
using Markdig;
using Markdig.Syntax;

namespace ChatLineage.Knowledge.Prose;

/// <summary>Reads the prose of a note: Markdown whose footnotes <c>[^source-id]</c> name sources directly.</summary>
/// <remarks>Never throws for bad input. Safe to use from several threads.</remarks>
public static class ProseReader
{
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().UsePreciseSourceLocation().Use<FootnoteParser>()
        .Build();

    /// <summary>The sentences below each heading. Code blocks and HTML are no prose and are left out.</summary>
    /// <returns>Empty when the note has no prose.</returns>
    public static ImmutableArray<ProseSection> Read(Note note) => Read(note, out _);

    /// <summary>The same, and what stopped the reading: null for almost every text, for example too deep nesting of quotes.</summary>
    internal static ImmutableArray<ProseSection> Read(Note note, out Position? stopped)
    {
        stopped = null;
        if (string.IsNullOrWhiteSpace(note.Body))
            return [];
        try
        {
            return Sections(Markdig.Markdown.Parse(note.Body, Markdown), new BodyPlaces(note.Body, note.BodyLine));
        }
        catch (ArgumentException)
        {
            // Markdig refuses texts that nest too deeply this way; it has no exception of its own for it.
            stopped = new Position(note.BodyLine, 1);
            return [];
        }
    }

    private static ImmutableArray<ProseSection> Sections(MarkdownDocument document, BodyPlaces places)
    {
        var sections = ImmutableArray.CreateBuilder<ProseSection>();
        var sentences = ImmutableArray.CreateBuilder<ProseSentence>();
        string? heading = null;
        foreach (var block in document.Descendants<LeafBlock>())
        {
            if (block is HeadingBlock)
            {
                Close();
                heading = new PlainText(block).ToString();
            }
            else if (block is ParagraphBlock)
            {
                sentences.AddRange(SentenceSplitter.Split(new PlainText(block), places));
            }
        }

        Close();
        return sections.DrainToImmutable();

        void Close()
        {
            if (heading is not null || sentences.Count > 0)
                sections.Add(new ProseSection(heading, sentences.DrainToImmutable()));
        }
    }
}
