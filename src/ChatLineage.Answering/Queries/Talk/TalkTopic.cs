namespace ChatLineage.Answering.Queries.Talk;

/// <summary>What people say to a bot besides asking it about lineage.</summary>
internal enum TalkTopic
{
    /// <summary>Hello.</summary>
    Greeting,

    /// <summary>Thanks, or goodbye.</summary>
    Thanks,

    /// <summary>What the bot is and can do.</summary>
    About,

    /// <summary>Something that the notes are not about.</summary>
    OffTopic,

    /// <summary>Which is best, which to choose.</summary>
    Opinion,

    /// <summary>What will be.</summary>
    Forecast,

    /// <summary>An order to act against the rules.</summary>
    Instruction,
}
