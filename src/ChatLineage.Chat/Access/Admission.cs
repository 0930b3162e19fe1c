namespace ChatLineage.Chat.Access;

/// <summary>Whether the bot takes something.</summary>
internal enum Admission
{
    /// <summary>It does.</summary>
    Taken,

    /// <summary>It is not addressed; nothing is shown.</summary>
    NotForMe,

    /// <summary>It does not answer in that channel; who asked is told.</summary>
    ChannelRefused,

    /// <summary>It answers no direct messages; who asked is told.</summary>
    DirectRefused,

    /// <summary>It answers only members of certain roles; who asked is told.</summary>
    PersonRefused,
}
