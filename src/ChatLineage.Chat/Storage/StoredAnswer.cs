using ChatLineage.Answering;
using ChatLineage.Chat.Conversations;

namespace ChatLineage.Chat.Storage;

/// <summary>An answer with what it was given for.</summary>
/// <param name="Id">The id that <see cref="Dispatch.AnswerIds.Of(string, string)"/> makes of the platform and <paramref name="MessageId"/>.</param>
/// <param name="Conversation">Where it was given.</param>
/// <param name="MessageId">The platform's id of the message that asked.</param>
/// <param name="Turn">What was asked and answered.</param>
/// <param name="At">When it was answered.</param>
public sealed record StoredAnswer(string Id, ConversationKey Conversation, string MessageId, Turn Turn, DateTimeOffset At);
