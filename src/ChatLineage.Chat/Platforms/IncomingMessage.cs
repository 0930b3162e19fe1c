using ChatLineage.Chat.Conversations;

namespace ChatLineage.Chat.Platforms;

/// <summary>Something that somebody wrote, for the bot or where the bot can read it.</summary>
/// <param name="Id">The platform's id of the message: the same for each delivery of it, and unique within the platform.</param>
/// <param name="Conversation">Where it was asked: a thread, a direct conversation, a channel.</param>
/// <param name="AuthorId">The platform's id of who asked.</param>
/// <param name="Text">What was asked, without the mention of the bot and without markup.</param>
/// <param name="ReceivedAt">When it arrived here.</param>
public sealed record IncomingMessage(string Id, ConversationKey Conversation, string AuthorId, string Text, DateTimeOffset ReceivedAt)
{
    /// <summary>What is wanted.</summary>
    /// <value>A question, unless a command says otherwise.</value>
    public Request Request { get; init; }

    /// <summary>How the message came to the bot.</summary>
    /// <value>Directly, unless the platform says otherwise.</value>
    public Trigger Trigger { get; init; }

    /// <summary>Where it was written.</summary>
    /// <value>Null, the default, on a platform without servers and channels.</value>
    public Place? Place { get; init; }

    /// <summary>The id of the message that this one replies to; null when it replies to none.</summary>
    /// <remarks>Where that is an answer of the bot, its conversation goes on, whatever <see cref="Conversation"/> says.</remarks>
    public string? InReplyTo { get; init; }

    /// <summary>True when the asker wants the reply for themselves alone.</summary>
    public bool WantsPrivacy { get; init; }

    /// <summary>True when it sounds like a question, for messages that are addressed to nobody.</summary>
    internal bool HasQuestionMark => Text.Contains('?', StringComparison.Ordinal);

    /// <summary>What the platform needs to reply, in its own form: it is stored with the message, and given back after a restart.</summary>
    /// <remarks>It can hold a token that expires; it is never logged, and forgotten once the reply is delivered.</remarks>
    public string? ReplyAddress { get; init; }
}
