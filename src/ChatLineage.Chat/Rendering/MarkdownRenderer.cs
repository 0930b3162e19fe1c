using System.Globalization;
using System.Text.RegularExpressions;
using ChatLineage.Answering;

namespace ChatLineage.Chat.Rendering;

/// <summary>CommonMark: citations link to their sources, and nothing in an answer acts as markup.</summary>
internal sealed partial class MarkdownRenderer : AnswerRenderer
{
    /// <summary>False: a citation becomes a link only when its source is known, at the end.</summary>
    public override bool IsStable => false;

    private protected override string Heading => "**Sources**";

    private protected override string Body(Sentence sentence, IReadOnlyList<Citation> citations)
    {
        // The marks are put in by the sentence itself, so that they stand where they stand everywhere; escaping turns [1] into \[1\].
        var text = Escape(sentence.ToText());
        return citations.Count == 0
            ? text
            : EscapedMark().Replace(text, mark => Linked(mark, citations));
    }

    private protected override string Line(Citation citation)
    {
        var title = Escape(citation.Source.Title);
        var address = SourceText.Address(citation.Source);
        var link = address is null ? title : $"[{title}]({Destination(address)})";
        return string.Create(CultureInfo.InvariantCulture, $"{citation.Number}. {link}, {Escape(SourceText.Origin(citation.Source))}");
    }

    private static string Linked(Match mark, IReadOnlyList<Citation> citations)
    {
        var number = int.Parse(mark.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var cited = citations.FirstOrDefault(citation => citation.Number == number);
        return cited is not null && SourceText.Address(cited.Source) is { } address ? $"[{mark.Value}]({Destination(address)})" : mark.Value;
    }

    public override string Escape(string plain) => Special().Replace(plain.ReplaceLineEndings(" "), @"\$0");

    /// <summary>An address inside parentheses ends at a space or an unmatched parenthesis, so those are written as per cent codes.</summary>
    private static string Destination(string address) =>
        address.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal)
            .Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal);

    [GeneratedRegex(@"[\\`*_{}\[\]<>|~#]")]
    private static partial Regex Special();

    [GeneratedRegex(@"\\\[([0-9]{1,3})\\\]")]
    private static partial Regex EscapedMark();
}
