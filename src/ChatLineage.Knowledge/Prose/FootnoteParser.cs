using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ChatLineage.Knowledge.Prose;

/// <summary>
/// Reads <c>[^source-id]</c>. Markdig's own footnotes need definitions in the same text, and without them its link parser
/// takes two footnotes in a row for a link.
/// </summary>
internal sealed class FootnoteParser : InlineParser, IMarkdownExtension
{
    public FootnoteParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '^')
            return false;
        var end = slice.Start + 2;
        while (end <= slice.End && slice.Text[end] is not (']' or '[' or ' ' or '\n'))
            end++;
        if (end > slice.End || slice.Text[end] != ']')
            return false;
        processor.Inline = new LiteralInline(new StringSlice(slice.Text, slice.Start, end))
        {
            Span = new SourceSpan(processor.GetSourcePosition(slice.Start), processor.GetSourcePosition(end)),
            IsClosed = true,
        };
        slice.Start = end + 1;
        return true;
    }

    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.InsertBefore<LinkInlineParser>(this);

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }
}
