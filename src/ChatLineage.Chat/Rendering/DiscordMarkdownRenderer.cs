using System.Globalization;
using System.Text.RegularExpressions;
using ChatLineage.Answering;

namespace ChatLineage.Chat.Rendering;

/// <summary>Discord's Markdown: citations link to their sources without previews, and nothing in an answer acts as markup or calls anybody.</summary>
internal sealed partial class DiscordMarkdownRenderer : AnswerRenderer
{
    /// <summary>Small and grey, so that the sources step back behind the answer.</summary>
    private const string Small = "-# ";

    /// <summary>False: a citation becomes a link only when its source is known, at the end.</summary>
    public override bool IsStable => false;

    public override string Escape(string plain) => DiscordText.Escape(plain);

    private protected override string Heading => Small + "Sources";

    private protected override string LeftOut(int count) => Small + base.LeftOut(count);

    private protected override string Body(Sentence sentence, IReadOnlyList<Citation> citations)
    {
        // The marks are put in by the sentence itself, so that they stand where they stand everywhere; escaping turns [1] into \[1\].
        var text = Escape(sentence.ToText());
        return citations.Count == 0 ? text : EscapedMark().Replace(text, mark => Linked(mark, citations));
    }

    // Not a numbered list: Discord counts on from its first number, and numbers may be missing here.
    private protected override string Line(Citation citation)
    {
        var title = citation.Source.Title;
        var named = SourceText.Address(citation.Source) is { } address ? DiscordText.Link(DiscordText.Label(title), address) : Escape(title);
        return string.Create(CultureInfo.InvariantCulture, $@"{Small}\[{citation.Number}\] {named}, {Escape(SourceText.Origin(citation.Source))}");
    }

    private static string Linked(Match mark, IReadOnlyList<Citation> citations)
    {
        var number = int.Parse(mark.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var cited = citations.FirstOrDefault(citation => citation.Number == number);
        return cited is not null && SourceText.Address(cited.Source) is { } address ? DiscordText.Link(mark.Value, address) : mark.Value;
    }

    [GeneratedRegex(@"\\\[([0-9]{1,3})\\\]")]
    private static partial Regex EscapedMark();
}
