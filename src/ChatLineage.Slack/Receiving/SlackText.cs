using System.Text.RegularExpressions;

namespace ChatLineage.Slack.Receiving;

/// <summary>Turns mrkdwn that people wrote into the words that they meant.</summary>
/// <remarks>https://docs.slack.dev/messaging/formatting-message-text, "Retrieving formatted text", checked 2026-08.</remarks>
internal static partial class SlackText
{
    /// <summary>The words: without mentions of the bot, links as their labels, entities as characters.</summary>
    /// <param name="mrkdwn">What Slack delivered.</param>
    /// <param name="botUserId">The bot's user.</param>
    public static string ToPlain(string mrkdwn, string botUserId)
    {
        var words = Reference().Replace(mrkdwn, match => Words(match.Groups[1].Value, match.Groups[2].Value, botUserId));
        return Spaces().Replace(Unescape(words), " ").Trim();
    }

    /// <summary>True when the bot is mentioned.</summary>
    public static bool Mentions(string? mrkdwn, string botUserId) =>
        mrkdwn is not null
        && (mrkdwn.Contains($"<@{botUserId}>", StringComparison.Ordinal) || mrkdwn.Contains($"<@{botUserId}|", StringComparison.Ordinal));

    private static string Words(string target, string label, string botUserId)
    {
        if (target == "@" + botUserId)
            return " ";
        if (label.Length > 0)
            return target[0] is '@' or '#' ? target[0] + label.TrimStart('@', '#') : label.TrimStart('@');

        // Somebody, or a channel, without a name: an id says nothing about models. Calls of a channel are words.
        return target[0] switch { '@' or '#' => " ", '!' => target[1..], _ => target };
    }

    private static string Unescape(string text) =>
        text.Replace("&lt;", "<", StringComparison.Ordinal)
            .Replace("&gt;", ">", StringComparison.Ordinal)
            .Replace("&amp;", "&", StringComparison.Ordinal);

    [GeneratedRegex(@"<([^<>|\s][^<>|]*)(?:\|([^<>]*))?>")]
    private static partial Regex Reference();

    [GeneratedRegex(@"[^\S\n]+")]
    private static partial Regex Spaces();
}
