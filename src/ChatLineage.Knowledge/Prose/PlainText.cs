using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ChatLineage.Knowledge.Prose;

/// <summary>The text of a Markdown block without its signs; every character knows where in the body it came from.</summary>
internal sealed class PlainText
{
    private readonly StringBuilder _text = new();
    private readonly List<int> _offsets = [];

    public PlainText(LeafBlock block)
    {
        if (block.Inline is not null)
            Add(block.Inline);
    }

    public int Length => _text.Length;

    public override string ToString() => _text.ToString().Trim();

    /// <summary>The text with every character in the place that <see cref="Offset"/> knows.</summary>
    public string Untrimmed() => _text.ToString();

    public int Offset(int index) => _offsets[index];

    private void Add(ContainerInline container)
    {
        foreach (var inline in container)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    Add(literal.Content.ToString(), literal.Span.Start + (literal.IsFirstCharacterEscaped ? 1 : 0), moves: true);
                    break;
                case CodeInline code:
                    Add(code.Content, code.Span.Start, moves: false);
                    break;
                case HtmlEntityInline entity:
                    Add(entity.Transcoded.ToString(), entity.Span.Start, moves: false);
                    break;
                case AutolinkInline link:
                    Add(link.Url, link.Span.Start, moves: false);
                    break;
                case LineBreakInline:
                    Add(" ", inline.Span.Start, moves: false);
                    break;
                case ContainerInline nested:
                    Add(nested);
                    break;
            }
        }
    }

    private void Add(string text, int offset, bool moves)
    {
        foreach (var sign in text)
        {
            _text.Append(sign);
            _offsets.Add(offset);
            if (moves)
                offset++;
        }
    }
}
