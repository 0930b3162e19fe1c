using System.Text.RegularExpressions;
using ChatLineage.Discord.Protocol.Resources;

namespace ChatLineage.Discord.Incoming;

/// <summary>What somebody wrote, without Discord's markup (reference.mdx, "Message Formatting").</summary>
internal static partial class PlainText
{
    /// <summary>The text of a message without mentions of the bot; other mentions become names.</summary>
    /// <param name="message">The message.</param>
    /// <param name="bot">The bot itself.</param>
    public static string Of(Message message, Snowflake bot)
    {
        var names = message.Mentions.DistinctBy(user => user.Id).ToDictionary(user => user.Id, user => user.GlobalName ?? user.Username ?? "");
        var text = UserMention().Replace(message.Content, mention =>
            !Snowflake.TryParse(mention.Groups["id"].ValueSpan, out var id) || id == bot ? " " : names.GetValueOrDefault(id, " "));
        return Strip(text);
    }

    /// <summary>Text without markup.</summary>
    public static string Strip(string text)
    {
        text = MaskedLink().Replace(text, "${label}");
        text = Special().Replace(text, " ");
        text = Emoji().Replace(text, " ");
        text = LineMark().Replace(text, "");
        text = Pair().Replace(text, "");
        text = Slanted().Replace(text, "${text}");
        text = Escape().Replace(text, "${sign}");
        return Spaces().Replace(text, " ").Trim();
    }

    [GeneratedRegex(@"<@!?(?<id>[0-9]{1,20})>")]
    private static partial Regex UserMention();

    // Roles, channels, commands, timestamps and places of a server.
    [GeneratedRegex(@"<(?:@&[0-9]+|#[0-9]+|/[^:>]+:[0-9]+|t:-?[0-9]+(?::[a-zA-Z])?|id:[a-z]+)>")]
    private static partial Regex Special();

    [GeneratedRegex(@"<a?:\w+:[0-9]+>")]
    private static partial Regex Emoji();

    [GeneratedRegex(@"\[(?<label>[^\[\]\n]+)\]\(<?https?://[^\s)]+\)")]
    private static partial Regex MaskedLink();

    [GeneratedRegex(@"^[ \t]*(?:>>> |> |#{1,3} |-# |[*-] )", RegexOptions.Multiline)]
    private static partial Regex LineMark();

    [GeneratedRegex(@"\*\*|~~|\|\||```(?:[a-z]+\n)?|(?<!\\)`|(?<!\w)__(?=\S)|(?<=\S)__(?!\w)")]
    private static partial Regex Pair();

    [GeneratedRegex(@"(?<![\w\\*])(?<mark>[*_])(?<text>\S(?:[^*_\n]*\S)?)\k<mark>(?![\w*])")]
    private static partial Regex Slanted();

    [GeneratedRegex(@"\\(?<sign>[^0-9A-Za-z\s])")]
    private static partial Regex Escape();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
