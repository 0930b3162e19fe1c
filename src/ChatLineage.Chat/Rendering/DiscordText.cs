using System.Globalization;
using System.Text.RegularExpressions;

namespace ChatLineage.Chat.Rendering;

/// <summary>Makes text do nothing in Discord: no markup, no mention, no link, no picture.</summary>
/// <remarks>
/// Discord's Markdown (reference.mdx, "Message Formatting", discord-api-docs c98d64b) takes a backslash before any character that is no
/// letter, digit or space for an escape. Mentions are looked for by the server in the raw text, so the signs inside them are escaped as
/// well, and the two words that mention everybody get a mark of no width behind the sign: a backslash does not stop those.
/// </remarks>
internal static partial class DiscordText
{
    /// <summary>The text on one line, so that it is shown as it is.</summary>
    public static string Escape(string plain)
    {
        var text = Unfit().Replace(plain.ReplaceLineEndings(" "), "");
        text = LoneSurrogate().Replace(text, "\uFFFD");
        text = Everybody().Replace(text, "@\u200B");
        text = Special().Replace(text, @"\$0");
        text = Invitation().Replace(text, @"$1\/");
        return LineStart().Replace(text, match => match.Value.Insert(match.Length - 1, @"\"));
    }

    /// <summary>An address between angle brackets and parentheses: what could end it, or mean something to Discord, is written as per cent codes.</summary>
    public static string Destination(string address) => Unsafe().Replace(address, match => Uri.HexEscape(match.Value[0]));

    /// <summary>
    /// Text for a link to stand under. The client pairs brackets in a label without regard to backslashes, so those without a partner are
    /// shown as parentheses.
    /// </summary>
    public static string Label(string plain) =>
        Escape(Paired().IsMatch(plain) ? plain : plain.Replace('[', '(').Replace(']', ')'));

    /// <summary>A link that is not unfolded into a preview.</summary>
    /// <param name="label">What <see cref="Label"/> gives.</param>
    /// <param name="address">An http or https address.</param>
    public static string Link(string label, string address) =>
        string.Create(CultureInfo.InvariantCulture, $"[{label}](<{Destination(new Uri(address).AbsoluteUri)}>)");

    [GeneratedRegex(@"^(?:[^\[\]]|\[[^\[\]]*\])*$")]
    private static partial Regex Paired();

    // Control characters, and those that turn the direction of what follows.
    [GeneratedRegex(@"[\p{Cc}\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]")]
    private static partial Regex Unfit();

    [GeneratedRegex(@"[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]")]
    private static partial Regex LoneSurrogate();

    [GeneratedRegex("@(?=everyone|here)", RegexOptions.IgnoreCase)]
    private static partial Regex Everybody();

    [GeneratedRegex(@"[\\`*_~|<>\[\]@#:]")]
    private static partial Regex Special();

    // An invitation or gift unfolds without "https", and whatever the flags of the message say.
    [GeneratedRegex(@"(discord(?:app)?\.(?:gg|com|gift|new|media)|dis\.gd)/", RegexOptions.IgnoreCase)]
    private static partial Regex Invitation();

    // What begins a list, a small line or a heading; the text may be put at the beginning of a line.
    [GeneratedRegex(@"^ *(?:[-+]|[0-9]+[.)])")]
    private static partial Regex LineStart();

    [GeneratedRegex(@"[\x00-\x20<>()\[\]\\^`{}|""'*~@\x7F]")]
    private static partial Regex Unsafe();
}
