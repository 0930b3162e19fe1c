namespace ChatLineage.Answering;

/// <summary>Why a question was not answered.</summary>
public enum AbstentionReason
{
    /// <summary>The notes are silent on what was asked.</summary>
    NotRecorded,

    /// <summary>The notes know nothing by the name that was asked about.</summary>
    UnknownName,

    /// <summary>The question is not about open-source AI.</summary>
    OffTopic,

    /// <summary>The question can mean several things, and the answer asks which.</summary>
    Ambiguous,

    /// <summary>What was found is too weak to rest an answer on.</summary>
    WeakEvidence,

    /// <summary>The text asks the bot to act against its rules.</summary>
    Instruction,
}
