namespace ChatLineage.Chat.Access;

/// <summary>What the bot answers in a channel.</summary>
public enum ChannelMode
{
    /// <summary>What is addressed to it: mentions, replies to it, commands, threads that it is in.</summary>
    Mention,

    /// <summary>Also questions that are addressed to nobody, when it knows the answer.</summary>
    Every,

    /// <summary>Nothing.</summary>
    Silent,
}
