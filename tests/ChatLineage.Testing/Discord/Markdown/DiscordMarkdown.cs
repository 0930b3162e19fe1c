using System.Text.RegularExpressions;

namespace ChatLineage.Testing.Discord.Markdown;

/// <summary>
/// Reads text as Discord's client does: a list of rules, the first that fits at a place wins. Written from the documentation (reference.mdx,
/// "Message Formatting") and the client's published rules (Discord's fork of simple-markdown), not from our renderer.
/// </summary>
public static partial class DiscordMarkdown
{
    private static readonly (DiscordSpanKind Kind, Regex Rule, bool AtLineStart)[] Rules =
    [
        (DiscordSpanKind.Heading, HeadingRule(), true),
        (DiscordSpanKind.Small, SmallRule(), true),
        (DiscordSpanKind.Quote, QuoteRule(), true),
        (DiscordSpanKind.Item, ItemRule(), true),
        (DiscordSpanKind.CodeBlock, CodeBlockRule(), false),
        (DiscordSpanKind.Text, EscapeRule(), false),
        (DiscordSpanKind.Link, LinkRule(), false),
        (DiscordSpanKind.BareLink, AngledRule(), false),
        (DiscordSpanKind.BareLink, UrlRule(), false),
        (DiscordSpanKind.BareLink, InvitationRule(), false),
        (DiscordSpanKind.Mention, MentionRule(), false),
        (DiscordSpanKind.Timestamp, TimestampRule(), false),
        (DiscordSpanKind.Emoji, EmojiRule(), false),
        (DiscordSpanKind.Bold, BoldRule(), false),
        (DiscordSpanKind.Underline, UnderlineRule(), false),
        (DiscordSpanKind.Italic, ItalicRule(), false),
        (DiscordSpanKind.Strike, StrikeRule(), false),
        (DiscordSpanKind.Code, CodeRule(), false),
        (DiscordSpanKind.Spoiler, SpoilerRule(), false),
    ];

    /// <summary>The spans of a message.</summary>
    public static IReadOnlyList<DiscordSpan> Read(string text) => Read(text, atLineStart: true, inLink: false);

    /// <summary>What is seen of a message, without its markup.</summary>
    public static string Visible(string text) => string.Concat(Read(text).Select(Visible));

    /// <summary>What the server finds in the raw text and would notify somebody of, if the message allowed it.</summary>
    public static IReadOnlyList<string> Pings(string text) => [.. PingRule().Matches(text).Select(match => match.Value)];

    private static string Visible(DiscordSpan span) =>
        span.Inner.Count > 0 ? string.Concat(span.Inner.Select(Visible)) : span.Text;

    private static List<DiscordSpan> Read(string text, bool atLineStart, bool inLink)
    {
        var spans = new List<DiscordSpan>();
        var plain = "";
        for (var at = 0; at < text.Length;)
        {
            var lineStart = at == 0 ? atLineStart : text[at - 1] == '\n';
            if (text[at] == '\n')
            {
                Flush();
                spans.Add(new DiscordSpan(DiscordSpanKind.Break, "\n", null, []));
                at++;
                continue;
            }

            var (kind, match) = Rules.Where(rule => (!rule.AtLineStart || lineStart) && !(inLink && rule.Kind is DiscordSpanKind.Link or DiscordSpanKind.BareLink))
                .Select(rule => (rule.Kind, Match: rule.Rule.Match(text, at)))
                .FirstOrDefault(found => found.Match is { Success: true });
            if (match is not { Success: true })
            {
                plain += text[at++];
            }
            else if (kind == DiscordSpanKind.Text)
            {
                plain += match.Groups["text"].Value;
                at += match.Length;
            }
            else
            {
                Flush();
                spans.Add(Span(kind, match));
                at += match.Length;
            }
        }

        Flush();
        return spans;

        void Flush()
        {
            if (plain.Length > 0)
                spans.Add(new DiscordSpan(DiscordSpanKind.Text, plain, null, []));
            plain = "";
        }
    }

    private static DiscordSpan Span(DiscordSpanKind kind, Match match)
    {
        var inner = match.Groups["text"].Value;
        return kind switch
        {
            DiscordSpanKind.Code or DiscordSpanKind.CodeBlock or DiscordSpanKind.Mention or DiscordSpanKind.Emoji or DiscordSpanKind.Timestamp =>
                new DiscordSpan(kind, inner.Length > 0 ? inner : match.Value, null, []),
            DiscordSpanKind.BareLink => new DiscordSpan(kind, match.Value, match.Value, []),
            DiscordSpanKind.Link => new DiscordSpan(kind, "", match.Groups["address"].Value, Read(inner, atLineStart: false, inLink: true)),
            _ => new DiscordSpan(kind, "", null, Read(inner, atLineStart: kind is DiscordSpanKind.Quote or DiscordSpanKind.Item, inLink: false)),
        };
    }

    [GeneratedRegex(@"\G\\(?<text>[^0-9A-Za-z\s])")]
    private static partial Regex EscapeRule();

    [GeneratedRegex(@"\G\[(?<text>(?:\[[^\]]*\]|[^\[\]]|\](?=[^\[]*\]))*)\]\(\s*<?(?<address>(?:\([^)]*\)|[^\s\\]|\\.)*?)>?(?:\s+['""][\s\S]*?['""])?\s*\)")]
    private static partial Regex LinkRule();

    [GeneratedRegex(@"\G<(?:[^: >]+:/[^ >]+|mailto:[^ >]+|sms:[^ >]+|tel:[^ >]+|\+[0-9]+)>")]
    private static partial Regex AngledRule();

    [GeneratedRegex(@"\G(?:(?:https?|steam|discord)://[^\s<]+[^<.,:;""'\]\s])")]
    private static partial Regex UrlRule();

    [GeneratedRegex(@"\G(?:discord\.gg|discord(?:app)?\.com/invite|discord\.gift)/[A-Za-z0-9-]+", RegexOptions.IgnoreCase)]
    private static partial Regex InvitationRule();

    [GeneratedRegex(@"\G(?:<@[!&]?[0-9]+>|<#[0-9]+>|</[^:>]+:[0-9]+>|<id:[a-z]+>|@everyone|@here)")]
    private static partial Regex MentionRule();

    [GeneratedRegex(@"\G<t:-?[0-9]{1,17}(?::[tTdDfFsSR])?>")]
    private static partial Regex TimestampRule();

    [GeneratedRegex(@"\G(?:<a?:\w+:[0-9]+>|:[^\s:]+?(?:::skin-tone-[0-9])?:)")]
    private static partial Regex EmojiRule();

    [GeneratedRegex(@"\G\*\*(?<text>(?:\\[\s\S]|[^\\])+?)\*\*(?!\*)")]
    private static partial Regex BoldRule();

    [GeneratedRegex(@"\G__(?<text>(?:\\[\s\S]|[^\\])+?)__(?!_)")]
    private static partial Regex UnderlineRule();

    [GeneratedRegex(@"\G(?:\b_(?<text>(?:__|\\[\s\S]|[^\\_])+?)_\b|\*(?=\S)(?<text>(?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*))")]
    private static partial Regex ItalicRule();

    [GeneratedRegex(@"\G~~(?=\S)(?<text>(?:\\[\s\S]|~(?!~)|[^\s~\\]|\s(?!~~))+?)~~")]
    private static partial Regex StrikeRule();

    [GeneratedRegex(@"\G(?<ticks>`+)(?<text>[\s\S]*?[^`])\k<ticks>(?!`)")]
    private static partial Regex CodeRule();

    [GeneratedRegex(@"\G```(?:[a-z0-9_+\-.#]+?\n)?\n*(?<text>[^\n][\s\S]*?)\n*```", RegexOptions.IgnoreCase)]
    private static partial Regex CodeBlockRule();

    [GeneratedRegex(@"\G\|\|(?<text>[\s\S]+?)\|\|")]
    private static partial Regex SpoilerRule();

    [GeneratedRegex(@"\G *#{1,3} +(?<text>[^\n]+)")]
    private static partial Regex HeadingRule();

    [GeneratedRegex(@"\G *-# +(?<text>[^\n]+)")]
    private static partial Regex SmallRule();

    [GeneratedRegex(@"\G *(?:>>> (?<text>[\s\S]*)|> (?<text>[^\n]*))")]
    private static partial Regex QuoteRule();

    [GeneratedRegex(@"\G *(?:[*+-]|[0-9]+\.) +(?<text>[^\n]+)")]
    private static partial Regex ItemRule();

    [GeneratedRegex(@"<@[!&]?[0-9]+>|<#[0-9]+>|</[^:>]+:[0-9]+>|@everyone|@here")]
    private static partial Regex PingRule();
}
