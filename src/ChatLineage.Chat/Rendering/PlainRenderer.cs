using System.Globalization;
using ChatLineage.Answering;

namespace ChatLineage.Chat.Rendering;

/// <summary>Text without markup.</summary>
internal sealed class PlainRenderer : AnswerRenderer
{
    public override bool IsStable => true;

    public override string Escape(string plain) => plain;

    private protected override string Heading => "Sources:";

    private protected override string Body(Sentence sentence, IReadOnlyList<Citation> citations) => sentence.ToText();

    private protected override string Line(Citation citation) =>
        string.Create(CultureInfo.InvariantCulture, $"[{citation.Number}] {SourceText.Line(citation.Source)}");
}
