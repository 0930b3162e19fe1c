using System.Collections.Immutable;
using ChatLineage.Answering;

namespace ChatLineage.Chat.Conversations;

/// <summary>Remembers what was said, so that a follow-up can be understood.</summary>
/// <remarks>Implementations are safe to use from several threads at once.</remarks>
public interface IConversationStore
{
    /// <summary>The latest turns of a conversation, oldest first; empty for one that is new or was forgotten.</summary>
    ValueTask<ImmutableArray<Turn>> ReadAsync(ConversationKey conversation, CancellationToken cancellationToken);

    /// <summary>Adds a turn at the end of a conversation.</summary>
    ValueTask AddAsync(ConversationKey conversation, Turn turn, CancellationToken cancellationToken);
}
