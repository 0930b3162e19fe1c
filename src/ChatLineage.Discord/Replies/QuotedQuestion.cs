using ChatLineage.Chat.Platforms;
using ChatLineage.Chat.Rendering;

namespace ChatLineage.Discord.Replies;

/// <summary>
/// The question above the answer to a command. Discord shows to others that somebody used a command and not what they wrote with it, so that
/// «It is fine-tuned from LLaMA» would be an answer to nothing.
/// </summary>
internal static class QuotedQuestion
{
    /// <summary>The longest that one can be, in UTF-16 code units.</summary>
    public const int MaxLength = 200;

    private const string Mark = "> ";
    private const string End = "\n";
    private const string Ellipsis = "…";

    private static readonly AnswerRenderer Renderer = AnswerRenderer.For(Dialect.DiscordMarkdown);

    /// <summary>The line above the answer; empty where the question can be seen, or is for the asker alone.</summary>
    public static string Above(IncomingMessage message, Audience audience) =>
        message.Trigger == Trigger.Command && audience == Audience.Everybody && message.Text.Length > 0 ? Mark + Short(TokenShapes.Redact(message.Text)) + End : "";

    // Signs that could act as markup get longer by their escapes.
    private static string Short(string text)
    {
        const int Room = MaxLength - 2 - 1;
        var escaped = Renderer.Escape(text);
        for (var length = Room; escaped.Length > Room; length -= 10)
            escaped = Renderer.Escape(Shortened.To(length, text).TrimEnd()) + Ellipsis;
        return escaped;
    }
}
