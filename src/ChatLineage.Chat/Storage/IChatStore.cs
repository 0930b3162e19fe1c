using System.Collections.Immutable;
using ChatLineage.Answering;
using ChatLineage.Chat.Conversations;
using ChatLineage.Chat.Platforms;

namespace ChatLineage.Chat.Storage;

/// <summary>What the bot remembers: the messages it has taken, its answers, and what people thought of them.</summary>
/// <remarks>Implementations are safe to use from several threads at once, and pass <c>ChatStoreConformance</c>.</remarks>
public interface IChatStore
{
    /// <summary>How many turns of a conversation are read back. Pronouns reach back one or two turns; more only costs time.</summary>
    const int MaxTurns = 8;

    /// <summary>Writes a message down before anything is done about it.</summary>
    /// <returns>False when a message of that platform and id was taken before.</returns>
    ValueTask<bool> TryReceiveAsync(IncomingMessage message, CancellationToken cancellationToken);

    /// <summary>Writes down that something was delivered that owes no reply of its own, such as a press of a button.</summary>
    /// <param name="platform">The platform's name.</param>
    /// <param name="eventId">What was delivered; no message has that id.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False when it was written down before.</returns>
    ValueTask<bool> TryNoteAsync(string platform, string eventId, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>The messages that were taken and not settled, oldest first: after a start, those that an earlier run owes a reply.</summary>
    ValueTask<ImmutableArray<IncomingMessage>> ReadUnsettledAsync(CancellationToken cancellationToken);

    /// <summary>Nothing more is owed for a message. Its content is forgotten, its id is not.</summary>
    /// <param name="platform">The platform's name.</param>
    /// <param name="messageId">The message.</param>
    /// <param name="postedId">The platform's id of the answer that was posted; null when none was, or when nobody can reply to it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask SettleAsync(string platform, string messageId, string? postedId, CancellationToken cancellationToken);

    /// <summary>The conversation that an answer was posted in; null when no answer has that id.</summary>
    ValueTask<ConversationKey?> FindConversationAsync(string platform, string postedId, CancellationToken cancellationToken);

    /// <summary>True when something was answered in a conversation.</summary>
    ValueTask<bool> HasConversationAsync(ConversationKey conversation, CancellationToken cancellationToken);

    /// <summary>The latest turns of a conversation, at most <see cref="MaxTurns"/>, oldest first; empty for one that is new or was forgotten.</summary>
    ValueTask<ImmutableArray<Turn>> ReadTurnsAsync(ConversationKey conversation, CancellationToken cancellationToken);

    /// <summary>Adds an answer at the end of its conversation; one with an id that is there already takes its place.</summary>
    ValueTask AddAnswerAsync(StoredAnswer answer, CancellationToken cancellationToken);

    /// <summary>An answer by its id; null when there is none, or it was forgotten.</summary>
    ValueTask<StoredAnswer?> FindAnswerAsync(string answerId, CancellationToken cancellationToken);

    /// <summary>Notes what somebody thought of an answer; a later opinion of the same person takes the place of the earlier one.</summary>
    ValueTask RateAsync(Rating rating, CancellationToken cancellationToken);

    /// <summary>Notes a question for the maintainers.</summary>
    /// <returns>False when the same person has passed on the same question before.</returns>
    ValueTask<bool> PassOnAsync(PassedOnQuestion question, CancellationToken cancellationToken);

    /// <summary>Where the notes fell short: questions without an answer, answers that did not help, questions passed on; the latest first.</summary>
    /// <param name="maxCount">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<ImmutableArray<Gap>> ReadGapsAsync(int maxCount, CancellationToken cancellationToken);

    /// <summary>Forgets everything from before a moment, messages that are owed a reply excepted.</summary>
    ValueTask ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
