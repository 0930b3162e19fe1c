using ChatLineage.Chat.Conversations;

namespace ChatLineage.Chat.Platforms;

/// <summary>A question that somebody put to the bot.</summary>
/// <param name="Id">The platform's id of the message: the same for each delivery of it, and unique within the platform.</param>
/// <param name="Conversation">Where it was asked.</param>
/// <param name="AuthorId">The platform's id of who asked.</param>
/// <param name="Text">What was asked, without the mention of the bot and without markup.</param>
/// <param name="ReceivedAt">When it arrived here.</param>
public sealed record IncomingMessage(string Id, ConversationKey Conversation, string AuthorId, string Text, DateTimeOffset ReceivedAt)
{
    /// <summary>Cancelled when the asker takes the question back: deletes the message, presses Ctrl-C.</summary>
    public CancellationToken Withdrawn { get; init; }
}
