using System.Globalization;
using System.Text.RegularExpressions;
using ChatLineage.Answering;

namespace ChatLineage.Chat.Rendering;

/// <summary>
/// Slack's mrkdwn: citations link to their sources, and nothing in an answer acts as markup or calls anybody
/// (https://docs.slack.dev/messaging/formatting-message-text, checked 2026-08).
/// </summary>
internal sealed partial class MrkdwnRenderer : AnswerRenderer
{
    // mrkdwn has no escape for its marks. Beside a space of no width a mark does not begin or end anything.
    private const char NoWidth = '\u200B';

    /// <summary>False: a citation becomes a link only when its source is known, at the end.</summary>
    public override bool IsStable => false;

    /// <summary>With <c>&lt;</c> gone there are no mentions, no channel calls and no links; inside of words marks do nothing anyway.</summary>
    public override string Escape(string plain) => Mark().Replace(
        plain.ReplaceLineEndings(" ")
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal),
        $"{NoWidth}$0{NoWidth}");

    private protected override string Heading => "*Sources*";

    private protected override string Body(Sentence sentence, IReadOnlyList<Citation> citations)
    {
        var text = Escape(sentence.ToText());
        return citations.Count == 0 ? text : Citation().Replace(text, mark => Linked(mark, citations));
    }

    private protected override string Line(Citation citation)
    {
        var title = Escape(citation.Source.Title);
        var link = SourceText.Address(citation.Source) is { } address ? $"<{Target(address)}|{title}>" : title;
        return string.Create(CultureInfo.InvariantCulture, $"[{citation.Number}] {link}, {Escape(SourceText.Origin(citation.Source))}");
    }

    private static string Linked(Match mark, IReadOnlyList<Citation> citations)
    {
        var number = int.Parse(mark.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var cited = citations.FirstOrDefault(citation => citation.Number == number);
        return cited is not null && SourceText.Address(cited.Source) is { } address ? $"<{Target(address)}|{mark.Value}>" : mark.Value;
    }

    /// <summary>The address in a link ends at a bar or a closing bracket, so those are written as per cent codes.</summary>
    private static string Target(string address) =>
        address.Replace("&", "&amp;", StringComparison.Ordinal).Replace("|", "%7C", StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal)
            .Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<![\p{L}\p{N}])[*_~`]+|[*_~`]+(?![\p{L}\p{N}])")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\[([0-9]{1,3})\]")]
    private static partial Regex Citation();
}
