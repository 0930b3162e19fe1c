namespace ChatLineage.Chat.Conversations;

/// <summary>Which conversation a message belongs to.</summary>
/// <param name="Platform">The platform's name.</param>
/// <param name="Id">The platform's id of the thread, reply chain or channel.</param>
public readonly record struct ConversationKey(string Platform, string Id);
