using System.Collections.Immutable;
using ChatLineage.Chat.Platforms;
using ChatLineage.Discord.Actions;
using ChatLineage.Discord.Protocol.Resources;
using ChatLineage.Discord.Protocol.Rest;

namespace ChatLineage.Discord.Replies;

/// <summary>One message of a reply.</summary>
/// <param name="Content">What it says.</param>
/// <param name="Files">The files that go with it.</param>
internal sealed record ReplyPart(MessageContent Content, ImmutableArray<Upload> Files)
{
    /// <summary>The messages of a reply, one or more. Buttons and files are below the last.</summary>
    public static ImmutableArray<ReplyPart> Of(Reply reply)
    {
        ImmutableArray<string> texts = [reply.Text, .. reply.Continued];
        return
        [
            .. texts[..^1].Select(text => new ReplyPart(Text(text), [])),
            new ReplyPart(Text(texts[^1]) with { Components = AnswerButtons.Of(reply), Attachments = Attachments(reply) }, Uploads(reply)),
        ];
    }

    /// <summary>A message of text alone.</summary>
    public static MessageContent Text(string text) => new() { Content = text, Flags = MessageContent.SuppressEmbeds };

    private static Protocol.Resources.Attachment[]? Attachments(Reply reply) => reply.Attachments.IsEmpty
        ? null
        : [.. reply.Attachments.Select((file, index) => new Protocol.Resources.Attachment { Id = new Snowflake((ulong)index), Filename = file.FileName, Description = file.Description })];

    private static ImmutableArray<Upload> Uploads(Reply reply) =>
        [.. reply.Attachments.Select(file => new Upload(file.FileName, file.MediaType, file.Content.AsMemory()))];
}
