namespace ChatLineage.Chat.Platforms;

/// <summary>How a message came to the bot.</summary>
public enum Trigger
{
    /// <summary>In a conversation with the bot alone.</summary>
    Direct,

    /// <summary>It mentions the bot.</summary>
    Mention,

    /// <summary>A command or a menu of the platform.</summary>
    Command,

    /// <summary>It replies to a message of the bot, without a mention.</summary>
    Reply,

    /// <summary>It was written in a thread, without a mention; answered where the bot has answered before.</summary>
    Thread,

    /// <summary>It was written in a channel that the bot can read; answered only where the channel's mode says so.</summary>
    Overheard,
}
