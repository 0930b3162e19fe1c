using System.Net;
using System.Text;
using ChatLineage.Testing.Discord.Markdown;
using ChatLineage.Testing.Discord.Server;

namespace ChatLineage.EndToEnd.Tests.Discord;

/// <summary>Draws a conversation as Discord shows it, for the picture in <c>docs/images</c>.</summary>
internal static class ConversationPage
{
    private const string Head = """
        <!doctype html><meta charset="utf-8"><title>Discord</title><style>
        body{background:#313338;color:#dbdee1;font:16px/1.375 "gg sans","Noto Sans",Helvetica,Arial,sans-serif;margin:0;padding:16px 0;width:900px}
        .m{display:flex;padding:4px 24px;margin-top:14px}.a{width:40px;height:40px;border-radius:50%;flex:none;margin-right:16px;text-align:center;line-height:40px;font-weight:700;color:#fff}
        .n{font-weight:600;color:#f2f3f5}.t{background:#5865f2;color:#fff;border-radius:3px;font-size:10px;padding:1px 4px;margin-left:4px}.r{font-size:14px;color:#b5bac1;margin-bottom:2px}
        a{color:#00a8fc;text-decoration:none}small{display:block;font-size:13px;color:#949ba4;line-height:1.5}.b{margin-top:8px}.b span{display:inline-block;background:#4e5058;color:#fff;border-radius:8px;padding:6px 14px;font-size:14px;margin:0 8px 4px 0}
        .e{font-size:12px;color:#949ba4;margin-top:4px}img{max-width:550px;border-radius:8px;margin-top:6px}.p{background:#3c4270;color:#c9cdfb;border-radius:3px;padding:0 2px}
        </style>
        """;

    /// <summary>Writes the page.</summary>
    public static void Write(string path, DiscordServer server)
    {
        var page = new StringBuilder(Head);
        var messages = server.Messages.Where(message => !message.Deleted && message.Content.Length > 0).ToList();
        foreach (var message in messages)
            Write(page, message, messages.Find(other => other.Id == message.ReplyTo), server);
        File.WriteAllText(path, page.ToString());
    }

    private static void Write(StringBuilder page, PostedMessage message, PostedMessage? replied, DiscordServer server)
    {
        var isBot = message.AuthorId == DiscordServer.Bot;
        page.Append("<div class=m><div class=a style='background:").Append(isBot ? "#5865f2'>C" : "#3ba55c'>A").Append("</div><div>");
        if (replied is not null)
            page.Append("<div class=r>↪ ").Append(Text(Visible(replied)[..Math.Min(80, Visible(replied).Length)])).Append("</div>");
        page.Append("<div class=n>").Append(isBot ? "ChatLineage<span class=t>APP</span>" : "Ada").Append("</div><div>");
        foreach (var span in DiscordMarkdown.Read(message.Content))
            page.Append(Html(span));
        page.Append("</div>");
        foreach (var (name, description) in message.Files)
        {
            var data = server.Wire.Calls.SelectMany(call => call.Files).Last(file => file.Key.EndsWith(name, StringComparison.Ordinal)).Value;
            page.Append("<img alt='").Append(Text(description ?? "")).Append("' src='data:image/png;base64,").Append(Convert.ToBase64String(data)).Append("'>");
        }

        if (!message.Buttons.IsEmpty)
            page.Append("<div class=b>").AppendJoin("", message.Buttons.Select(button => $"<span>{Text(button.Label)}</span>")).Append("</div>");
        if (message.Ephemeral)
            page.Append("<div class=e>👁 Only you can see this • <a>Dismiss message</a></div>");
        page.Append("</div></div>\n");
    }

    private static string Visible(PostedMessage message) => DiscordMarkdown.Visible(message.Content).Replace($"<@{DiscordServer.Bot}>", "@ChatLineage", StringComparison.Ordinal);

    private static string Html(DiscordSpan span) => span.Kind switch
    {
        DiscordSpanKind.Text => Text(span.Text),
        DiscordSpanKind.Break => "<br>",
        DiscordSpanKind.Link => $"<a href='{Text(span.Address!)}'>{string.Concat(span.Inner.Select(Html))}</a>",
        DiscordSpanKind.Small => $"<small>{string.Concat(span.Inner.Select(Html))}</small>",
        DiscordSpanKind.Mention => "<span class=p>@ChatLineage</span>",
        _ => span.Inner.Count > 0 ? $"<b>{string.Concat(span.Inner.Select(Html))}</b>" : Text(span.Text),
    };

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
