using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ChatLineage.Chat.Platforms;
using ChatLineage.Chat.Rendering;
using ChatLineage.Slack.Buttons;
using ChatLineage.Slack.Protocol.Blocks;
using ChatLineage.Slack.Protocol.WebApi;

namespace ChatLineage.Slack.Replying;

/// <summary>Turns a reply into messages: its body in sections, its sources in a context block, its buttons below.</summary>
internal static class ReplyMessages
{
    /// <summary>
    /// The longest reply of one message. With the blocks around it and the text for notifications it stays well below the 13,200 characters
    /// at which Slack refuses a message.
    /// </summary>
    public const int MaxTextLength = 8000;

    /// <summary>The longest text of a message without blocks that can still be updated.</summary>
    public const int MaxPlainLength = 3900;

    private const int MaxContextText = 2000;
    private const int MaxNotification = 800;

    /// <summary>The messages, in order: the reply, and what it continues with.</summary>
    public static ImmutableArray<MessageBody> Of(Reply reply)
    {
        var blocks = Sections(reply.Body);
        if (reply.Sources is { } sources)
            blocks.AddRange(TextSplitter.Split(sources, MaxContextText).Chunk(BlockKit.MaxContextElements).Select(pieces => BlockKit.Context(pieces)));
        if (!reply.Actions.IsEmpty && reply.AnswerId is { } answerId)
            blocks.Add(AnswerButtons.Row(reply.Actions, answerId));
        return
        [
            new MessageBody(Short(reply.Body, MaxNotification), blocks),
            .. reply.Continued.Select(text => new MessageBody(Short(text, MaxNotification), Sections(text))),
        ];
    }

    /// <summary>The same without blocks, for when Slack refuses them: sources and all, in as many messages as it takes.</summary>
    public static ImmutableArray<MessageBody> Plain(Reply reply) =>
    [
        .. reply.Continued.Prepend(reply.Text).SelectMany(text => TextSplitter.Split(text, MaxPlainLength)).Select(part => new MessageBody(part, [])),
    ];

    /// <summary>What there is of a reply that grows.</summary>
    public static MessageBody Growing(string body) => new(TextSplitter.Split(body, MaxPlainLength).FirstOrDefault("") + " …", []);

    /// <summary>As much of a text as fits, with a sign where something is left out.</summary>
    public static string Short(string text, int maxLength) =>
        text.Length <= maxLength ? text : TextSplitter.Split(text, maxLength).FirstOrDefault("") + " …";

    private static List<JsonObject> Sections(string text) => [.. TextSplitter.Split(text, BlockKit.MaxSection).Select(BlockKit.Section)];
}
